package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a block says to Terraform rather than to AWS: `depends_on`, `lifecycle`, `provider`,
/// `provisioner`, `connection`.
final class Meta {
  private static final List<String> NAMES =
      List.of("provider", "depends_on", "lifecycle", "provisioner", "connection");

  private Meta() {}

  static Value<Node> attributes(Block block) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    for (String name : NAMES) {
      block.body().attribute(name).ifPresent(a -> all.put(name, written(a.value())));
      List<Value<Node>> blocks =
          block.body().blocks(name).stream().map(b -> body(b.body(), b)).toList();
      if (!blocks.isEmpty()) {
        all.put(name, Parts.known(blocks, blocks.getFirst().origin()));
      }
    }
    return Parts.known(all, Origin.written(block.header()));
  }

  private static Value<Node> body(Body body, Block block) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    body.attributes().forEach(a -> all.put(a.name(), written(a.value())));
    return Parts.known(all, Origin.written(block.header()));
  }

  /// Constants as they are, lists element by element, names as their text, since they are not
  /// evaluated here.
  static Value<Node> written(Expression expression) {
    Origin here = Origin.written(expression.span());
    return switch (expression) {
      case Expression.Bool(var bool, _) -> Value.known(new Node.Bool(bool), here);
      case Expression.Numeral(var number, _) -> Value.known(new Node.Num(number), here);
      case Expression.Null _ -> Value.absent(here);
      case Expression.Tuple(var elements, _) ->
          Parts.known(elements.stream().map(Meta::written).toList(), here);
      case Expression.ObjectOf(var entries, _) -> {
        SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
        entries.forEach(e -> e.key().literal().ifPresent(k -> fields.put(k, written(e.value()))));
        yield Parts.known(fields, here);
      }
      case Expression.Template template when template.literal().isPresent() ->
          Value.known(Text.of(template.literal().get(), here), here);
      case Expression.Variable _, Expression.Attr _, Expression.Index _ ->
          Parts.text(expression.span().text(), here);
      default ->
          Value.unknown(
              new Reason(
                  Reason.Kind.UNSUPPORTED, expression.span().text().lines().findFirst().orElse("")),
              here);
    };
  }
}
