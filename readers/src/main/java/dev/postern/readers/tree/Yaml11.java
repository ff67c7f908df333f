package dev.postern.readers.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// What a plain scalar means in YAML 1.1, which is the version that CloudFormation reads
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html>).
///
/// - `yes`, `no`, `on`, `off`, `true`, `false`, all lower case, all upper case or capitalised, are
///   booleans (<https://yaml.org/type/bool.html>); `y` and `n` are not: no reader in use takes
///   them.
/// - Integers are decimal, `0b`, `0x`, octal with a leading `0`, or sexagesimal, with `_` ignored
///   (<https://yaml.org/type/int.html>): an account id of octal digits with a leading zero becomes
///   another number in CloudFormation (aws/aws-cli#7787, cloudformation-coverage-roadmap#745);
///   `012345678901` holds an 8 and stays text. YAML 1.2's `0o17` is text.
/// - Floats are <https://yaml.org/type/float.html>; infinities and not-a-number are no numbers
///   here.
/// - Dates stay text: CloudFormation has no timestamps (the page above).
final class Yaml11 {
  private static final int LONGEST = 400;

  private Yaml11() {}

  static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE" -> Optional.of(true);
      case "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static boolean isNull(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  static Optional<BigDecimal> number(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    String digits = text.substring(signed ? 1 : 0);
    if (digits.isEmpty() || (!isDigit(digits.charAt(0)) && digits.charAt(0) != '.')) {
      return Optional.empty();
    }
    Optional<BigDecimal> size = unsigned(digits, signed);
    return text.charAt(0) == '-' ? size.map(BigDecimal::negate) : size;
  }

  private static Optional<BigDecimal> unsigned(String text, boolean signed) {
    if (text.indexOf(':') > 0) {
      return sexagesimal(text);
    }
    if (text.startsWith("0b")) {
      return integer(text.substring(2), 2);
    }
    if (text.startsWith("0x")) {
      return integer(text.substring(2), 16);
    }
    boolean whole = text.chars().allMatch(c -> isDigit(c) || c == '_');
    if (whole) {
      return integer(text, text.length() > 1 && text.charAt(0) == '0' ? 8 : 10);
    }
    boolean leadingPoint = text.charAt(0) == '.';
    if (leadingPoint && (signed || text.length() < 2 || !isDigit(text.charAt(1)))) {
      return Optional.empty();
    }
    return decimal(text.replace("_", ""));
  }

  private static Optional<BigDecimal> integer(String text, int radix) {
    String digits = text.replace("_", "");
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return Optional.empty();
      }
    }
    return digits.isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(new BigInteger(digits, radix)));
  }

  /// `1:30` is 90, `1:00:00` is 3600; a fraction may follow the last part. Parts after the first
  /// are below 60, and an integer does not begin with 0.
  private static Optional<BigDecimal> sexagesimal(String text) {
    int point = text.indexOf('.');
    if (point < 0 && !(text.charAt(0) >= '1' && text.charAt(0) <= '9')) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    int from = 0;
    while (from <= text.length()) {
      int colon = text.indexOf(':', from);
      boolean last = colon < 0;
      String part = text.substring(from, last ? text.length() : colon);
      String whole = last && part.indexOf('.') >= 0 ? part.substring(0, part.indexOf('.')) : part;
      boolean fits = from == 0 ? isWhole(whole) : isSixtieth(whole);
      Optional<BigDecimal> value = fits ? decimal(part.replace("_", "")) : Optional.empty();
      if (value.isEmpty() || part.indexOf('e') >= 0 || part.indexOf('E') >= 0) {
        return Optional.empty();
      }
      sum = sum.multiply(BigDecimal.valueOf(60)).add(value.get());
      from = last ? text.length() + 1 : colon + 1;
    }
    return Optional.of(sum);
  }

  private static boolean isWhole(String text) {
    return !text.isEmpty()
        && isDigit(text.charAt(0))
        && text.chars().allMatch(c -> isDigit(c) || c == '_');
  }

  private static boolean isSixtieth(String text) {
    return switch (text.length()) {
      case 1 -> isDigit(text.charAt(0));
      case 2 -> text.charAt(0) >= '0' && text.charAt(0) <= '5' && isDigit(text.charAt(1));
      default -> false;
    };
  }

  /// A decimal number with or without fraction and exponent, within bounds that keep arithmetic on
  /// it cheap.
  static Optional<BigDecimal> decimal(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    boolean plain =
        text.chars()
            .allMatch(c -> isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-');
    if (!plain) {
      return Optional.empty();
    }
    try {
      var number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > LONGEST ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
