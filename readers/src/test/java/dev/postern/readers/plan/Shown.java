package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/// Prints what is read from source, for people.
final class Shown {
  private Shown() {}

  static String shown(List<Value<Node>> values) {
    return values.stream().map(Shown::shown).collect(Collectors.joining(",", "[", "]"));
  }

  static String shown(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> shown(node);
      case Value.Default<Node>(var node, _) -> shown(node);
      case Value.Absent<Node> _ -> "null";
      case Value.Unknown<Node>(var reason, _, _) -> reason.toString();
      case Value.OneOf<Node>(var cases, _) ->
          cases.stream()
              .map(c -> c.when() + ": " + shown(c.value()))
              .collect(Collectors.joining(", ", "[", "]"));
    };
  }

  static String shown(Node node) {
    return switch (node) {
      case Text text ->
          text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json(var d, _)
              ? "json:" + shown(d)
              : "\"" + text + "\"";
      case Node.Num _, Node.Bool _ -> node.toString();
      case Node.Items(var values, var rest) ->
          values.stream().map(Shown::shown).collect(Collectors.joining(",", "[", ""))
              + rest.map(r -> "; " + r).orElse("")
              + "]";
      case Node.Fields(var entries, var rest) ->
          entries.entrySet().stream()
                  .map(e -> e.getKey() + "=" + shown(e.getValue()))
                  .collect(Collectors.joining(",", "{", ""))
              + rest.map(r -> "; " + r).orElse("")
              + "}";
    };
  }
}
