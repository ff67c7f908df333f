package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Values as Terraform's expressions. As deep as the value.
///
/// @see <a
///   href="https://developer.hashicorp.com/terraform/language/expressions/strings">strings</a>
final class Literals {
  private Literals() {}

  /// What the argument of `spot` is to be so that its property is `value`; empty where none can.
  static Optional<String> of(Spot spot, Node value, String indent) {
    return argument(spot.form(), value)
        .map(node -> worded(node, spot.words()))
        .flatMap(node -> shaped(node, spot.shape(), indent));
  }

  private static Optional<Node> argument(Spot.Form form, Node value) {
    return switch (form) {
      case Spot.Form.Same _ -> Optional.of(value);
      case Spot.Form.InList _ -> Optional.of(Node.Items.of(List.of(known(value))));
      case Spot.Form.OutOfList _ ->
          value instanceof Node.Items(var items, var rest) && items.size() == 1 && rest.isEmpty()
              ? items.getFirst().sole()
              : Optional.empty();
      case Spot.Form.Pairs pairs -> map(pairs, value);
    };
  }

  private static Optional<Node> map(Spot.Form.Pairs pairs, Node value) {
    if (!(value instanceof Node.Items(var items, var rest)) || rest.isPresent()) {
      return Optional.empty();
    }
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    for (Value<Node> item : items) {
      boolean pair =
          item.sole().orElse(null) instanceof Node.Fields(var entries, _)
              && entries.size() == 2
              && entries.containsKey(pairs.value())
              && entries.containsKey(pairs.key())
              && entries.get(pairs.key()).sole().orElse(null) instanceof Text name
              && name.literal().isPresent()
              && all.put(name.literal().get(), entries.get(pairs.value())) == null;
      if (!pair) {
        return Optional.empty();
      }
    }
    return Optional.of(Node.Fields.of(all));
  }

  private static Value<Node> known(Node node) {
    return Value.known(node, Plain.NOWHERE);
  }

  private static Node worded(Node node, Map<String, String> words) {
    if (node instanceof Node.Items(var items, var rest) && !words.isEmpty()) {
      return new Node.Items(items.stream().map(i -> i.map(n -> worded(n, words))).toList(), rest);
    }
    String word = Plain.scalar(node).map(words::get).orElse(null);
    return word == null ? node : Text.of(word, Plain.NOWHERE);
  }

  private static Optional<String> shaped(Node node, Shape shape, String indent) {
    return switch (shape) {
      case Shape.Scalar scalar -> scalar(node, scalar, indent);
      case Shape.ListOf(var element) -> list(node, element, indent);
      case Shape.SetOf(var element) -> list(node, element, indent);
      case Shape.MapOf _ -> node instanceof Node.Fields ? free(node, indent) : Optional.empty();
      case Shape.Block _ -> free(node, indent);
    };
  }

  private static Optional<String> list(Node node, Shape element, String indent) {
    if (!(node instanceof Node.Items(var items, var rest)) || rest.isPresent()) {
      return Optional.empty();
    }
    var all = new ArrayList<String>();
    for (Value<Node> item : items) {
      Optional<String> one = item.sole().flatMap(n -> shaped(n, element, indent));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(all.stream().collect(Collectors.joining(", ", "[", "]")));
  }

  private static Optional<String> scalar(Node node, Shape.Scalar shape, String indent) {
    return switch (node) {
      case Text text ->
          shape == Shape.Scalar.STRING || shape == Shape.Scalar.ANY
              ? text(text)
              : text.literal().filter(t -> fits(t, shape));
      case Node.Num _ -> shape == Shape.Scalar.BOOL ? Optional.empty() : free(node, indent);
      case Node.Bool _ -> shape == Shape.Scalar.NUMBER ? Optional.empty() : free(node, indent);
      case Node.Items _, Node.Fields _ ->
          shape == Shape.Scalar.STRING
              ? free(node, indent).map(json -> "jsonencode(" + json + ")")
              : Optional.empty();
    };
  }

  private static boolean fits(String text, Shape.Scalar shape) {
    return shape == Shape.Scalar.BOOL
        ? text.equals("true") || text.equals("false")
        : text.matches("-?[0-9]+(\\.[0-9]+)?");
  }

  /// An expression of whatever type the value is.
  private static Optional<String> free(Node node, String indent) {
    return switch (node) {
      case Text text -> text(text);
      case Node.Num num -> Optional.of(num.toString());
      case Node.Bool bool -> Optional.of(bool.toString());
      case Node.Items _ -> list(node, Shape.Scalar.ANY, indent).or(() -> items(node, indent));
      case Node.Fields(var entries, var rest) ->
          rest.isPresent() ? Optional.empty() : fields(entries, indent);
    };
  }

  private static Optional<String> items(Node node, String indent) {
    var all = new ArrayList<String>();
    for (Value<Node> item : ((Node.Items) node).values()) {
      Optional<String> one = item.sole().flatMap(n -> free(n, indent));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of("[" + String.join(", ", all) + "]");
  }

  private static Optional<String> fields(Map<String, Value<Node>> entries, String indent) {
    if (entries.isEmpty()) {
      return Optional.of("{}");
    }
    String inner = indent + "  ";
    int width = entries.keySet().stream().mapToInt(k -> key(k).length()).max().orElse(0);
    var lines = new StringBuilder("{\n");
    for (var entry : entries.entrySet()) {
      Optional<String> value = entry.getValue().sole().flatMap(n -> free(n, inner));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      String key = key(entry.getKey());
      lines.append(inner).append(key).append(" ".repeat(width - key.length()));
      lines.append(" = ").append(value.get()).append('\n');
    }
    return Optional.of(lines.append(indent).append('}').toString());
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : quoted(name);
  }

  private static Optional<String> text(Text text) {
    return text.literal()
        .map(Literals::quoted)
        .or(() ->
            text.soleReference()
                .filter(r -> !r.target().contains("::") && !r.target().startsWith("module."))
                .flatMap(r ->
                    switch (r.attribute()) {
                      case "Ref" -> Optional.of(r.target() + ".id");
                      case "Arn" -> Optional.of(r.target() + ".arn");
                      default -> Optional.empty();
                    }));
  }

  static String quoted(String text) {
    var all = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean template = (c == '$' || c == '%') && text.startsWith("{", i + 1);
      switch (c) {
        case '"' -> all.append("\\\"");
        case '\\' -> all.append("\\\\");
        case '\n' -> all.append("\\n");
        case '\r' -> all.append("\\r");
        case '\t' -> all.append("\\t");
        default -> all.append(template ? "" + c + c : String.valueOf(c));
      }
    }
    return all.append('"').toString();
  }
}
