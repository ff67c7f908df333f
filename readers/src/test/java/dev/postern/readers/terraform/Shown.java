package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.stream.Collectors;

/// Values as short texts that tests compare: `?var.x` is unknown, `${a.b.Arn}` a reference, `...`
/// stands for a rest, `-` for null, `{w: v | w: v}` for worlds.
final class Shown {
  private Shown() {}

  static String of(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> of(node);
      case Value.Default<Node>(var node, _) -> of(node);
      case Value.Absent<Node> _ -> "-";
      case Value.Unknown<Node>(var reason, _, _) ->
          switch (reason.kind()) {
            case INVALID -> "!";
            case INPUT, EXTERNAL, APPLY, UNSUPPORTED, BOUND -> "?" + reason.what();
          };
      case Value.OneOf<Node>(var cases, _) ->
          cases.stream()
              .map(c -> c.when() + ": " + of(c.value()))
              .collect(Collectors.joining(" | ", "{", "}"));
    };
  }

  private static String of(Node node) {
    return switch (node) {
      case Text text -> text(text);
      case Node.Num _, Node.Bool _ -> node.toString();
      case Node.Items(var items, var rest) ->
          items.stream().map(Shown::of).collect(Collectors.joining(", ", "[", ""))
              + rest.map(_ -> items.isEmpty() ? "..." : ", ...").orElse("")
              + "]";
      case Node.Fields(var entries, var rest) ->
          entries.entrySet().stream()
                  .map(e -> e.getKey() + "=" + of(e.getValue()))
                  .collect(Collectors.joining(", ", "(", ""))
              + rest.map(_ -> entries.isEmpty() ? "..." : ", ...").orElse("")
              + ")";
    };
  }

  private static String text(Text text) {
    return text.parts().stream()
        .map(p ->
            switch (p) {
              case Text.Part.Literal(var s, _) -> s;
              case Text.Part.Hole(var reason, _, _, _) -> "<" + reason.what() + ">";
              case Text.Part.Reference(var target, var attribute, _, _) ->
                  "${" + target + "." + attribute + "}";
              case Text.Part.Json(var document, _) -> "json:" + of(document);
            })
        .collect(Collectors.joining());
  }
}
