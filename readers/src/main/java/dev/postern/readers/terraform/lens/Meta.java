package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Part;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a block says to Terraform rather than to AWS: `depends_on`, `lifecycle`, `provider`,
/// `provisioner`, `connection`.
final class Meta {
  private static final List<String> NAMES =
      List.of("provider", "depends_on", "lifecycle", "provisioner", "connection");

  private Meta() {}

  static Value<Node> attributes(Block block) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    for (String name : NAMES) {
      block.body().attribute(name).ifPresent(a -> all.put(name, named(a.value())));
      if (!block.body().blocks(name).isEmpty()) {
        all.put(name, blocks(block, name));
      }
    }
    return Parts.known(all, Origin.written(block.header()));
  }

  /// All arguments and nested blocks, the blocks in lists by their type.
  static Value<Node> body(Block block) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    block.body().attributes().forEach(a -> all.put(a.name(), written(a.value())));
    for (Block inner : block.body().blocks()) {
      all.computeIfAbsent(inner.type(), type -> blocks(block, type));
    }
    return Parts.known(all, Origin.written(block.header()));
  }

  private static Value<Node> blocks(Block block, String type) {
    List<Value<Node>> blocks = block.body().blocks(type).stream().map(Meta::body).toList();
    return Parts.known(blocks, blocks.getFirst().origin());
  }

  /// A list of names, or one, as their text.
  private static Value<Node> named(Expression expression) {
    Origin here = Origin.written(expression.span());
    return switch (expression) {
      case Expression.Tuple(var elements, _) ->
          Parts.known(elements.stream().map(Meta::named).toList(), here);
      case Expression.Variable _, Expression.Attr _, Expression.Index _ ->
          Parts.text(expression.span().text(), here);
      default -> written(expression);
    };
  }

  /// What is written, without evaluating it: constants as they are, and what is made of several
  /// expressions as the list of those, so that every literal is there.
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
        entries.forEach(
            e -> fields.put(e.key().literal().orElse(e.key().span().text()), written(e.value())));
        yield Parts.known(fields, here);
      }
      case Expression.Template template -> template(template);
      case Expression.Variable _, Expression.Attr _, Expression.Index _, Expression.Invalid _ ->
          Value.known(unread(expression.span()), here);
      default -> Parts.known(expression.children().stream().map(Meta::written).toList(), here);
    };
  }

  private static Value<Node> template(Expression.Template template) {
    Origin here = Origin.written(template.span());
    var parts = new ArrayList<Text.Part>();
    add(template.parts(), parts);
    Value<Node> text = Value.known(Text.of(parts), here);
    List<Value<Node>> inside =
        template.children().stream().filter(e -> !isName(e)).map(Meta::written).toList();
    return inside.isEmpty()
        ? text
        : Parts.known(Stream.concat(Stream.of(text), inside.stream()).toList(), here);
  }

  private static void add(List<Part> parts, List<Text.Part> to) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(var text, var span) ->
            to.add(new Text.Part.Literal(text, Origin.written(span)));
        case Part.Interpolation(_, var span) -> to.addAll(unread(span).parts());
        case Part.If(_, var then, var otherwise, _) -> {
          add(then, to);
          add(otherwise, to);
        }
        case Part.For(_, _, _, var repeated, _) -> add(repeated, to);
      }
    }
  }

  private static Text unread(Span span) {
    String first = span.text().lines().findFirst().orElse("");
    return Text.hole(new Reason(Reason.Kind.UNSUPPORTED, first), Origin.written(span));
  }

  private static boolean isName(Expression expression) {
    return expression instanceof Expression.Variable
        || expression instanceof Expression.Attr
        || expression instanceof Expression.Index;
  }
}
