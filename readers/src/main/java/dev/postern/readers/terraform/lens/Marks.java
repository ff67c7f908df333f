package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Shape;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Arguments that each have their own path as their value, by which they are known again.
final class Marks {
  private static final int DEEPEST = 7;

  private final List<String> only;
  private final Map<String, Leaf> leaves = new LinkedHashMap<>();

  /// An argument that has no arguments of its own.
  record Leaf(List<String> path, Shape shape) {}

  /// @param only the path of the one argument to mark; empty for all
  Marks(List<String> only) {
    this.only = only;
  }

  /// The arguments marked so far, by their marks.
  Map<String, Leaf> leaves() {
    return leaves;
  }

  /// Whether the user may write it.
  static boolean isWritten(Argument argument) {
    return argument.mode() != Mode.COMPUTED;
  }

  /// A value of this shape in which every argument has its path as its value.
  Value<Node> of(List<String> path, Shape shape, Origin here) {
    return switch (shape) {
      case Shape.Scalar _ -> mark(path, shape, here);
      case Shape.ListOf(var element) ->
          Parts.known(List.of(inner(path, shape, element, here)), here);
      case Shape.SetOf(var element) ->
          Parts.known(List.of(inner(path, shape, element, here)), here);
      case Shape.MapOf(var element) ->
          Parts.known(Map.of("key", inner(path, shape, element, here)), here);
      case Shape.Block(_, var arguments) -> {
        SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
        arguments.forEach((name, argument) -> {
          List<String> down = Spots.plus(path, name);
          boolean asked =
              only.isEmpty() || only.subList(0, Math.min(only.size(), down.size())).equals(down);
          if (asked && isWritten(argument) && path.size() < DEEPEST) {
            fields.put(name, of(down, argument.shape(), here));
          }
        });
        yield Parts.known(List.of(Parts.known(fields, here)), here);
      }
    };
  }

  private Value<Node> inner(List<String> path, Shape whole, Shape element, Origin here) {
    return element instanceof Shape.Scalar ? mark(path, whole, here) : of(path, element, here);
  }

  private Value<Node> mark(List<String> path, Shape shape, Origin here) {
    String mark = "<" + String.join(".", path) + ">";
    leaves.put(mark, new Leaf(path, shape));
    return Parts.text(mark, here);
  }
}
