package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/// Terraform's conversions between primitive types (Terraform language, "Types and values", "Type
/// conversion").
final class Nodes {
  private Nodes() {}

  /// The string that a value is, when it is wholly known.
  static Optional<String> string(Value<Node> value) {
    return value instanceof Value.Known<Node>(var node, _, _)
        ? text(node, value.origin()).flatMap(Text::literal)
        : Optional.empty();
  }

  /// A primitive as a string.
  static Optional<Text> text(Node node, Origin origin) {
    return switch (node) {
      case Text text -> Optional.of(text);
      case Node.Num num -> Optional.of(Text.of(num.toString(), origin));
      case Node.Bool bool -> Optional.of(Text.of(bool.toString(), origin));
      case Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }

  static Optional<BigDecimal> number(Node node) {
    return switch (node) {
      case Node.Num(var number) -> Optional.of(number);
      case Text text -> text.literal().flatMap(Nodes::parse);
      case Node.Bool _, Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> parse(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  static Optional<Integer> integer(Value<Node> value) {
    return value
        .sole()
        .flatMap(Nodes::number)
        .filter(n ->
            n.stripTrailingZeros().scale() <= 0
                && n.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValue);
  }

  /// The value with strings `"true"` and `"false"` taken as booleans; unknown where it is neither.
  static Value<Node> asBoolean(Value<Node> value) {
    return value.flatMap(node -> {
      Optional<Boolean> known =
          node instanceof Node.Bool(var bool)
              ? Optional.of(bool)
              : node instanceof Text text
                  ? text.literal()
                      .filter(t -> t.equals("true") || t.equals("false"))
                      .map(Boolean::valueOf)
                  : Optional.empty();
      return known
          .<Value<Node>>map(b -> Value.known(new Node.Bool(b), value.origin()))
          .orElseGet(() -> Value.unknown(whyUnknown(value, "condition"), value.origin()));
    });
  }

  /// Why a value is not known; `what` names it where the value itself has no reason.
  static Reason whyUnknown(Value<Node> value, String what) {
    return switch (value) {
      case Value.Unknown<Node>(var reason, _, _) -> reason;
      case Value.Known<Node>(Text text, _, _) ->
          text.unknown().orElse(new Reason(Reason.Kind.INVALID, what));
      default -> new Reason(Reason.Kind.UNSUPPORTED, what);
    };
  }

  /// Whether nothing in the node is unknown.
  static boolean isWhollyKnown(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(Text text, _, _) -> text.literal().isPresent();
      case Value.Known<Node>(Node.Items(var items, var rest), _, _) ->
          rest.isEmpty() && items.stream().allMatch(Nodes::isWhollyKnown);
      case Value.Known<Node>(Node.Fields(var entries, var rest), _, _) ->
          rest.isEmpty() && entries.values().stream().allMatch(Nodes::isWhollyKnown);
      case Value.Known<Node> _, Value.Absent<Node> _, Value.Default<Node> _ -> true;
      case Value.Unknown<Node> _, Value.OneOf<Node> _ -> false;
    };
  }
}
