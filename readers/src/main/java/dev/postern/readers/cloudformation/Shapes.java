package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Text;
import java.math.BigDecimal;
import java.util.Optional;

/// Whether values look as AWS's schema wants them, as CloudFormation takes it: numbers and booleans
/// may be strings, and strings numbers and booleans.
final class Shapes {
  private Shapes() {}

  /// Whether a value may be of any type: it is not known, or AWS fills it in when it deploys.
  static boolean isOpen(Node node) {
    return node instanceof Text text
        && text.literal().filter(known -> !known.contains("{{resolve:")).isEmpty();
  }

  static boolean fits(Node node, Shape.Scalar scalar) {
    if (isOpen(node)) {
      return true;
    }
    return switch (scalar) {
      case STRING, TIMESTAMP -> isScalar(node);
      case INTEGER, NUMBER -> number(node).isPresent();
      case BOOLEAN -> node instanceof Node.Bool || word(node).matches("(?i)true|false");
      case JSON -> true;
      case TAG -> node instanceof Node.Fields;
    };
  }

  /// Whether a value could be meant for a shape, by its outermost form.
  static boolean looksLike(Node node, Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar -> fits(node, scalar);
      case Shape.ListOf _ -> isOpen(node) || node instanceof Node.Items;
      case Shape.MapOf _, Shape.Nested _ -> isOpen(node) || node instanceof Node.Fields;
      case Shape.AnyOf(var shapes) -> shapes.stream().anyMatch(s -> looksLike(node, s));
    };
  }

  static String name(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar) {
            case STRING -> "a string";
            case INTEGER, NUMBER -> "a number";
            case BOOLEAN -> "`true` or `false`";
            case TIMESTAMP -> "a time";
            case JSON -> "JSON";
            case TAG -> "a map";
          };
      case Shape.ListOf _ -> "a list";
      case Shape.MapOf _, Shape.Nested _ -> "a map";
      case Shape.AnyOf(var shapes) -> name(shapes.getFirst());
    };
  }

  private static boolean isScalar(Node node) {
    return switch (node) {
      case Text _, Node.Num _, Node.Bool _ -> true;
      case Node.Items _, Node.Fields _ -> false;
    };
  }

  private static String word(Node node) {
    return node instanceof Text text ? text.literal().orElse("").strip() : "";
  }

  private static Optional<BigDecimal> number(Node node) {
    if (node instanceof Node.Num(var number)) {
      return Optional.of(number);
    }
    return word(node).matches("[+-]?[0-9]{1,40}([.][0-9]{1,40})?([eE][+-]?[0-9]{1,3})?")
        ? Optional.of(new BigDecimal(word(node)))
        : Optional.empty();
  }
}
