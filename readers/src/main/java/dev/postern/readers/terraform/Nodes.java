package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/// Terraform's conversions between primitive types (Terraform language, "Types and values", "Type
/// conversion"), and what is unknown or wrong in a value.
final class Nodes {
  /// Where something comes from that no user wrote.
  static final Origin NOWHERE = Origin.written(SourceFile.of("", "").all());

  private static final int MOST_DIGITS = 5_000;

  private Nodes() {}

  /// The string that a value is, when it is wholly known.
  static Optional<String> string(Value<Node> value) {
    return value instanceof Value.Known<Node>(var node, _, _)
        ? text(node, value.origin()).map(PartialText::printed).flatMap(Text::literal)
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
      case Text text -> PartialText.printed(text).literal().flatMap(Nodes::parse);
      case Node.Bool _, Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }

  static Optional<Boolean> bool(Node node) {
    return switch (node) {
      case Node.Bool(var bool) -> Optional.of(bool);
      case Text text ->
          PartialText.printed(text)
              .literal()
              .flatMap(t ->
                  switch (t) {
                    case "true", "1" -> Optional.of(true);
                    case "false", "0" -> Optional.of(false);
                    default -> Optional.empty();
                  });
      case Node.Num _, Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> parse(String text) {
    try {
      return text.length() > MOST_DIGITS
          ? Optional.empty()
          : Optional.of(new BigDecimal(text)).filter(Nodes::isPrintable);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Whether a number is short enough to be written out.
  static boolean isPrintable(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
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
    return value.flatMap(node ->
        bool(node)
            .<Value<Node>>map(b -> Value.known(new Node.Bool(b), value.origin()))
            .orElseGet(() -> Value.unknown(whyUnknown(value, "condition"), value.origin())));
  }

  /// The value, or the other in the worlds in which it is null.
  static Value<Node> orElse(Value<Node> value, Value<Node> other) {
    return Value.oneOf(
        value.cases().stream()
            .map(c -> c.value() instanceof Value.Absent ? new Value.Case<>(c.when(), other) : c)
            .toList(),
        value.origin());
  }

  /// Why a value is not what is wanted: not known, or, named by `what`, of a wrong type.
  static Reason whyUnknown(Value<Node> value, String what) {
    return switch (value) {
      case Value.Unknown<Node>(var reason, _, _) -> reason;
      case Value.Known<Node>(Text text, _, _) ->
          PartialText.printed(text).unknown().orElse(new Reason(Reason.Kind.INVALID, what));
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _ ->
          new Reason(Reason.Kind.INVALID, what);
      case Value.OneOf<Node> _ -> new Reason(Reason.Kind.UNSUPPORTED, what);
    };
  }

  /// Why something in the value is not known, however deep.
  static Optional<Reason> unknown(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(Text text, _, _) -> PartialText.printed(text).unknown();
      case Value.Known<Node>(Node.Items(var items, var rest), _, _) ->
          rest.or(() -> firstUnknown(items));
      case Value.Known<Node>(Node.Fields(var entries, var rest), _, _) ->
          rest.or(() -> firstUnknown(entries.values()));
      case Value.Known<Node> _, Value.Absent<Node> _, Value.Default<Node> _ -> Optional.empty();
      case Value.Unknown<Node>(var reason, _, _) -> Optional.of(reason);
      case Value.OneOf<Node>(_, var origin) ->
          Optional.of(new Reason(Reason.Kind.UNSUPPORTED, "value at " + origin.place()));
    };
  }

  private static Optional<Reason> firstUnknown(Iterable<Value<Node>> values) {
    for (Value<Node> value : values) {
      Optional<Reason> why = unknown(value);
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.empty();
  }

  /// Whether nothing in the value is unknown.
  static boolean isWhollyKnown(Value<Node> value) {
    return unknown(value).isEmpty();
  }

  /// Whether Terraform fails to evaluate it.
  static boolean isError(Value<Node> value) {
    return value instanceof Value.Unknown<Node>(var reason, _, _)
        && reason.kind() == Reason.Kind.INVALID;
  }

  /// Whether Terraform fails to evaluate it or something in it.
  static boolean hasError(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) ->
          switch (node) {
            case Text text -> text.parts().stream().anyMatch(Nodes::isError);
            case Node.Num _, Node.Bool _ -> false;
            case Node.Items(var items, _) -> items.stream().anyMatch(Nodes::hasError);
            case Node.Fields(var entries, _) -> entries.values().stream().anyMatch(Nodes::hasError);
          };
      case Value.Unknown<Node> _ -> isError(value);
      case Value.Absent<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> false;
    };
  }

  private static boolean isError(Text.Part part) {
    return switch (part) {
      case Text.Part.Hole(var reason, _, _, _) -> reason.kind() == Reason.Kind.INVALID;
      case Text.Part.Json(var document, _) -> hasError(document);
      case Text.Part.Literal _, Text.Part.Reference _ -> false;
    };
  }
}
