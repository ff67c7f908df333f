package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.LinkedHashMap;

/// Expressions without names and calls: what stands in `optional()` and in variable files.
final class Constants {
  private Constants() {}

  static Value<Node> value(Expression expression) {
    Origin here = Origin.written(expression.span());
    return switch (expression) {
      case Expression.Numeral(var number, _) -> Value.known(new Node.Num(number), here);
      case Expression.Bool(var bool, _) -> Value.known(new Node.Bool(bool), here);
      case Expression.Null _ -> Value.absent(here);
      case Expression.Parenthesised(var inner, _) -> value(inner);
      case Expression.Template template when template.literal().isPresent() ->
          Value.known(Text.of(template.literal().get(), here), here);
      case Expression.Tuple(var elements, _) ->
          Value.known(Node.Items.of(elements.stream().map(Constants::value).toList()), here);
      case Expression.ObjectOf(var entries, _) -> {
        var fields = new LinkedHashMap<String, Value<Node>>();
        entries.forEach(e -> e.key().literal().ifPresent(k -> fields.put(k, value(e.value()))));
        yield Value.known(Node.Fields.of(fields), here);
      }
      case Expression.Unary(var sign, Expression.Numeral(var number, _), _)
          when sign == Expression.Sign.MINUS ->
          Value.known(new Node.Num(number.negate()), here);
      default -> Value.unknown(new Reason(Reason.Kind.INVALID, "constant"), here);
    };
  }
}
