package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
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
      return kind == 'v' ? Optional.of(padded("null")) : Optional.empty();
    }
    return switch (kind) {
      case 'v' -> Optional.of(padded(shown(argument, node.get())));
      case 's' -> string(node.get()).map(s -> padded(cut(s)));
      case 'q' -> string(node.get()).map(s -> padded(JsonPrinting.quote(cut(s))));
      case 't' -> Nodes.bool(node.get()).map(b -> b.toString());
      default -> Nodes.number(node.get()).flatMap(this::numeric);
    };
  }

  private String shown(Value<Node> argument, Node node) {
    if (flags.contains("#")) {
      return JsonPrinting.print(argument, argument.origin()).literal().orElse("");
    }
    return switch (node) {
      case Node.Num(var number) -> general(number, 'e');
      case Node.Bool bool -> bool.toString();
      case Text text -> PartialText.printed(text).literal().orElse("");
      case Node.Items _, Node.Fields _ ->
          JsonPrinting.print(argument, argument.origin()).literal().orElse("");
    };
  }

  private static Optional<String> string(Node node) {
    return Nodes.text(node, Nodes.NOWHERE).map(PartialText::printed).flatMap(t -> t.literal());
  }

  private String cut(String text) {
    int most = precision.orElse(0);
    List<String> clusters = StringFunctions.clusters(text);
    return most <= 0 || clusters.size() <= most ? text : String.join("", clusters.subList(0, most));
  }

  private Optional<String> numeric(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return switch (kind) {
      case 'd', 'b', 'o', 'x', 'X' ->
          whole ? Optional.of(integer(number.toBigInteger())) : Optional.empty();
      case 'f' -> Optional.of(signed(number, fixed(number)));
      case 'g' -> Optional.of(signed(number, general(number, 'e')));
      case 'G' -> Optional.of(signed(number, general(number, 'E')));
      case 'e', 'E' -> Optional.of(signed(number, exponent(number, precision.orElse(6), kind)));
      default -> Optional.empty();
    };
  }

  /// An integer with at least `precision` digits and, after `#`, what names its base.
  private String integer(BigInteger number) {
    int base = kind == 'b' ? 2 : kind == 'o' ? 8 : kind == 'd' ? 10 : 16;
    String digits = number.abs().toString(base);
    digits = kind == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    if (precision.isPresent() && precision.getAsInt() == 0 && number.signum() == 0) {
      digits = "";
    }
    digits = "0".repeat(Math.max(0, precision.orElse(0) - digits.length())) + digits;
    String prefix =
        !flags.contains("#")
            ? ""
            : kind == 'o' ? "0" : kind == 'x' ? "0x" : kind == 'X' ? "0X" : "";
    return filled(number.signum(), prefix + digits, precision.isEmpty());
  }

  private String fixed(BigDecimal number) {
    return number.abs().setScale(precision.orElse(6), RoundingMode.HALF_EVEN).toPlainString();
  }

  /// Plain, or with an exponent where the number is very large or small.
  private String general(BigDecimal number, char mark) {
    boolean shortest = precision.isEmpty() || kind == 'v';
    int digits = Math.max(1, precision.orElse(6));
    BigDecimal rounded =
        (shortest ? number : number.round(new MathContext(digits, RoundingMode.HALF_EVEN)))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    int most = digits;
    if (shortest) {
      most = 6;
    } else if (most > rounded.precision() && rounded.precision() >= exponent + 1) {
      most = rounded.precision();
    }
    boolean plain = rounded.signum() == 0 || (exponent >= -4 && exponent < most);
    BigDecimal positive = kind == 'v' ? rounded : rounded.abs();
    return plain ? positive.toPlainString() : exponent(positive, rounded.precision() - 1, mark);
  }

  /// Digits behind the point, and an exponent of at least two.
  private static String exponent(BigDecimal number, int digits, char mark) {
    BigDecimal rounded = number.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String mantissa =
        rounded
            .scaleByPowerOfTen(-exponent)
            .setScale(digits, RoundingMode.HALF_EVEN)
            .toPlainString();
    return mantissa + mark + (exponent < 0 ? "-" : "+") + "%02d".formatted(Math.abs(exponent));
  }

  private String signed(BigDecimal number, String digits) {
    return filled(number.signum(), digits.startsWith("-") ? digits.substring(1) : digits, true);
  }

  /// A number with its sign, as wide as is asked for.
  private String filled(int signum, String digits, boolean zeros) {
    String sign = signum < 0 ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    int missing = Math.max(0, width.orElse(0) - sign.length() - digits.length());
    if (flags.contains("-")) {
      return sign + digits + " ".repeat(missing);
    }
    return flags.contains("0") && zeros
        ? sign + "0".repeat(missing) + digits
        : " ".repeat(missing) + sign + digits;
  }

  private String padded(String text) {
    int missing = width.orElse(0) - StringFunctions.clusters(text).size();
    if (missing <= 0) {
      return text;
    }
    String filling = (flags.contains("0") ? "0" : " ").repeat(missing);
    return flags.contains("-") ? text + filling : filling + text;
  }
}
