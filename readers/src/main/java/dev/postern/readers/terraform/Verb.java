package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One `%` sequence of a format string (Terraform language, "format", "Specification Syntax").
///
/// @param argument the place that `[n]` names, from 0
/// @param width the least number of characters
/// @param end the offset behind it in the format string
record Verb(
    String source,
    String flags,
    OptionalInt width,
    OptionalInt precision,
    Optional<Integer> argument,
    char kind,
    int end) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "%(?<flags>[-+ #0]*)(?<width>\\d{1,4})?(?:\\.(?<precision>\\d{0,4}))?"
              + "(?:\\[(?<place>\\d{1,4})])?(?<kind>[%vtbodxXeEfgGsq])");

  static Optional<Verb> at(String format, int offset) {
    Matcher matcher = SYNTAX.matcher(format).region(offset, format.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    Optional<Integer> place =
        Optional.ofNullable(matcher.group("place")).map(n -> Integer.parseInt(n) - 1);
    return Optional.of(
        new Verb(
            matcher.group(),
            matcher.group("flags"),
            number(matcher.group("width")),
            number(matcher.group("precision")),
            place,
            matcher.group("kind").charAt(0),
            matcher.end()));
  }

  private static OptionalInt number(@Nullable String digits) {
    if (digits == null) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(digits.isEmpty() ? 0 : Integer.parseInt(digits));
  }

  /// Whether a string is printed as it is.
  boolean isPlain() {
    return (kind == 's' || kind == 'v')
        && flags.isEmpty()
        && width.isEmpty()
        && precision.isEmpty();
  }

  /// The known argument as this verb prints it; nothing where it cannot.
  Optional<String> print(Value<Node> argument) {
    Optional<Node> node = argument.sole();
    if (node.isEmpty()) {
      return kind == 'v' ? Optional.of(padded("null", false)) : Optional.empty();
    }
    return switch (kind) {
      case 'v' -> Optional.of(shown(argument, node.get()));
      case 's' -> string(node.get()).map(s -> padded(cut(s), false));
      case 'q' -> string(node.get()).map(s -> padded(JsonPrinting.quote(s), false));
      case 't' -> Nodes.bool(node.get()).map(b -> padded(b.toString(), false));
      default -> Nodes.number(node.get()).flatMap(this::numeric);
    };
  }

  private String shown(Value<Node> argument, Node node) {
    return switch (node) {
      case Node.Num(var n) -> flags.contains("+") ? signed(n, digits(n)) : padded(digits(n), true);
      case Node.Bool bool -> padded(bool.toString(), false);
      case Node.Items _, Node.Fields _ ->
          padded(JsonPrinting.print(argument, argument.origin()).literal().orElse(""), false);
      case Text text -> {
        String known = PartialText.printed(text).literal().orElse("");
        yield padded(flags.contains("#") ? JsonPrinting.quote(known) : cut(known), false);
      }
    };
  }

  private static Optional<String> string(Node node) {
    return Nodes.text(node, Nodes.NOWHERE).map(PartialText::printed).flatMap(t -> t.literal());
  }

  private String cut(String text) {
    int most = precision.orElse(Integer.MAX_VALUE);
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static String digits(BigDecimal number) {
    return new Node.Num(number).toString();
  }

  private Optional<String> numeric(BigDecimal number) {
    return switch (kind) {
      case 'd' ->
          Optional.of(signed(number, number.setScale(0, RoundingMode.DOWN).toPlainString()));
      case 'b', 'o', 'x', 'X' -> {
        int base = kind == 'b' ? 2 : kind == 'o' ? 8 : 16;
        String digits = number.toBigInteger().toString(base);
        yield Optional.of(signed(number, kind == 'X' ? digits.toUpperCase(Locale.ROOT) : digits));
      }
      case 'f' ->
          Optional.of(
              signed(
                  number,
                  number.setScale(precision.orElse(6), RoundingMode.HALF_EVEN).toPlainString()));
      case 'g', 'G' -> Optional.of(signed(number, digits(number)));
      case 'e', 'E' -> Optional.of(signed(number, exponent(number)));
      default -> Optional.empty();
    };
  }

  private String exponent(BigDecimal number) {
    String form = "%." + precision.orElse(6) + kind;
    return String.format(Locale.ROOT, form, number);
  }

  private String signed(BigDecimal number, String digits) {
    boolean plus = number.signum() >= 0;
    return padded(
        plus && flags.contains("+")
            ? "+" + digits
            : plus && flags.contains(" ") ? " " + digits : digits,
        true);
  }

  private String padded(String text, boolean number) {
    int missing = width.orElse(0) - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    if (flags.contains("-")) {
      return text + " ".repeat(missing);
    }
    if (flags.contains("0")) {
      boolean sign = number && !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
      return sign
          ? text.charAt(0) + "0".repeat(missing) + text.substring(1)
          : "0".repeat(missing) + text;
    }
    return " ".repeat(missing) + text;
  }
}
