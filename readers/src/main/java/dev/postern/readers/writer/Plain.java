package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks into values.
final class Plain {
  static final Origin NOWHERE = Origin.written(SourceFile.of("", "").all());

  private Plain() {}

  static Value<Node> text(String text) {
    return Value.known(Text.of(text, NOWHERE), NOWHERE);
  }

  static Optional<String> scalar(Node node) {
    return switch (node) {
      case Text text -> text.literal();
      case Node.Num num -> Optional.of(num.toString());
      case Node.Bool bool -> Optional.of(bool.toString());
      case Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }

  static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9') && step.length() < 7;
  }

  /// What stands at `path`; empty where nothing does or it differs between worlds.
  static Optional<Value<Node>> at(Value<Node> root, List<String> path) {
    Optional<Value<Node>> here = Optional.of(root);
    for (String step : path) {
      here = here.flatMap(Value::sole).flatMap(node -> inside(node, step));
    }
    return here.filter(v -> !(v instanceof Value.Absent<Node>));
  }

  private static Optional<Value<Node>> inside(Node node, String step) {
    return switch (node) {
      case Node.Fields(var entries, _) -> Optional.ofNullable(entries.get(step));
      case Node.Items(var items, _) ->
          isIndex(step)
              ? items.stream().skip(Integer.parseInt(step)).findFirst()
              : items.stream().filter(item -> isNamed(item, step)).findFirst();
      case Text _, Node.Num _, Node.Bool _ -> Optional.empty();
    };
  }

  private static boolean isNamed(Value<Node> item, String step) {
    int equals = step.indexOf('=');
    return equals > 0
        && item.sole()
            .flatMap(node -> inside(node, step.substring(0, equals)))
            .flatMap(Value::sole)
            .flatMap(Plain::scalar)
            .filter(step.substring(equals + 1)::equals)
            .isPresent();
  }

  /// Whether two values say the same, wherever they are written.
  static boolean isSame(Node a, Node b) {
    return switch (a) {
      case Node.Items(var items, var rest) ->
          b instanceof Node.Items(var others, var more)
              && rest.isEmpty()
              && more.isEmpty()
              && items.size() == others.size()
              && IntStream.range(0, items.size())
                  .allMatch(i -> isSame(items.get(i), others.get(i)));
      case Node.Fields(var entries, var rest) ->
          b instanceof Node.Fields(var others, var more)
              && rest.isEmpty()
              && more.isEmpty()
              && entries.keySet().equals(others.keySet())
              && entries.entrySet().stream()
                  .allMatch(e -> isSame(e.getValue(), others.get(e.getKey())));
      case Node.Num num -> b instanceof Node.Num other && num.value().compareTo(other.value()) == 0;
      case Text _, Node.Bool _ -> a.equals(b);
    };
  }

  private static boolean isSame(Value<Node> a, @Nullable Value<Node> b) {
    return b instanceof Value.Known<Node>(var right, _, _)
        && a instanceof Value.Known<Node>(var left, _, _)
        && isSame(left, right);
  }

  /// How many elements the list at `path` has; 0 where there is none.
  static int size(Value<Node> root, List<String> path) {
    return at(root, path).flatMap(Value::sole).orElse(null) instanceof Node.Items(var items, _)
        ? items.size()
        : 0;
  }

  /// Whether the path leads past the end of a list that is there or is to be.
  static boolean leadsPast(Value<Node> root, List<String> path) {
    for (int i = 0; i < path.size(); i++) {
      boolean missing = at(root, path.subList(0, i + 1)).isEmpty();
      if (missing && isIndex(path.get(i))) {
        return Integer.parseInt(path.get(i)) > size(root, path.subList(0, i));
      }
    }
    return false;
  }
}
