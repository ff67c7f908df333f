package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.NUMBER;
import static dev.postern.readers.terraform.Parameter.SCALARS;
import static dev.postern.readers.terraform.Parameter.STRING;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Numeric functions (Terraform language, "Numeric Functions").
final class NumberFunctions {
  private static final int MOST_IN_RANGE = 1024;
  private static final int MOST_DIGITS = 1_000;

  private NumberFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("abs", Function.of(a -> a.number(a.number(0).abs()), NUMBER));
    to.put("ceil", Function.of(a -> rounded(a, RoundingMode.CEILING), NUMBER));
    to.put("floor", Function.of(a -> rounded(a, RoundingMode.FLOOR), NUMBER));
    to.put("signum", Function.of(NumberFunctions::signum, NUMBER));
    to.put("log", Function.of(NumberFunctions::log, NUMBER, NUMBER));
    to.put("pow", Function.of(NumberFunctions::pow, NUMBER, NUMBER));
    to.put("max", Function.repeating(a -> extreme(a, 1), NUMBER));
    to.put("min", Function.repeating(a -> extreme(a, -1), NUMBER));
    to.put("sum", Function.of(NumberFunctions::sum, SCALARS));
    to.put("range", Function.repeating(NumberFunctions::range, NUMBER, NUMBER));
    to.put("parseint", Function.of(NumberFunctions::parsed, ANY, NUMBER));
    to.put("timecmp", Function.of(DateFunctions::compare, STRING, STRING));
  }

  private static Value<Node> signum(Arguments a) {
    BigDecimal number = a.number(0).stripTrailingZeros();
    return number.scale() > 0 || number.toBigInteger().bitLength() > 63
        ? a.invalid()
        : a.known(Node.num(number.signum()));
  }

  private static Value<Node> rounded(Arguments a, RoundingMode mode) {
    return a.number(a.number(0).setScale(0, mode));
  }

  private static Value<Node> log(Arguments a) {
    return real(
        a, StrictMath.log(a.number(0).doubleValue()) / StrictMath.log(a.number(1).doubleValue()));
  }

  private static Value<Node> pow(Arguments a) {
    return real(a, power(a.number(0).doubleValue(), a.number(1).doubleValue()));
  }

  /// The whole part of the exponent by squaring, the rest by logarithm, each rounded as it goes:
  /// Terraform's last digit is not that of the correctly rounded power.
  private static double power(double base, double exponent) {
    double whole = Math.floor(Math.abs(exponent));
    boolean special =
        base == 0 || base == 1 || exponent == 0 || Math.abs(exponent) == 0.5 || whole > 1 << 20;
    if (special || (base < 0 && whole != Math.abs(exponent))) {
      return Math.pow(base, exponent);
    }
    double rest = Math.abs(exponent) - whole;
    long left = (long) whole + (rest > 0.5 ? 1 : 0);
    double result =
        rest == 0 ? 1 : StrictMath.exp((rest > 0.5 ? rest - 1 : rest) * StrictMath.log(base));
    double square = Math.abs(base) / Math.scalb(1.0, Math.getExponent(base) + 1);
    square = Math.copySign(square, base);
    long scale = Math.getExponent(base) + 1L;
    long scaled = 0;
    for (; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result *= square;
        scaled += scale;
      }
      square *= square;
      scale *= 2;
      if (square < 0.5) {
        square += square;
        scale--;
      }
    }
    double power = exponent < 0 ? 1 / result : result;
    int by = (int) Math.clamp(exponent < 0 ? -scaled : scaled, -4096L, 4096L);
    return Math.scalb(power, by);
  }

  private static Value<Node> real(Arguments a, double result) {
    return Double.isFinite(result) ? a.typing().real(result, a.here()) : a.invalid();
  }

  private static Value<Node> extreme(Arguments a, int sign) {
    if (a.size() == 0) {
      return a.invalid();
    }
    BigDecimal best = a.number(0);
    for (int i = 1; i < a.size(); i++) {
      best = Integer.signum(a.number(i).compareTo(best)) == sign ? a.number(i) : best;
    }
    return a.number(best);
  }

  private static Value<Node> sum(Arguments a) {
    BigDecimal total = BigDecimal.ZERO;
    for (Value<Node> element : a.elements(0)) {
      Optional<BigDecimal> number = element.sole().flatMap(Nodes::number);
      if (number.isEmpty()) {
        return Nodes.unknown(element).map(a::unknown).orElseGet(a::invalid);
      }
      total =
          Arithmetic.WIDE.plus(
              Arithmetic.WIDE.rounded(total),
              a.typing().exact(element.sole().orElseThrow(), number.get()));
    }
    if (a.rest(0).isPresent()) {
      return a.unknown(a.rest(0).get());
    }
    return a.elements(0).isEmpty() ? a.invalid() : a.number(total);
  }

  private static Value<Node> range(Arguments a) {
    if (a.size() == 0 || a.size() > 3) {
      return a.invalid();
    }
    BigDecimal start = a.size() == 1 ? BigDecimal.ZERO : a.number(0);
    BigDecimal limit = a.number(a.size() == 1 ? 0 : 1);
    boolean down = limit.compareTo(start) < 0;
    BigDecimal step = a.size() == 3 ? a.number(2) : BigDecimal.valueOf(down ? -1 : 1);
    if (down != step.signum() < 0 && limit.compareTo(start) != 0) {
      return a.invalid();
    }
    var numbers = new ArrayList<Value<Node>>();
    for (BigDecimal n = start; (n.compareTo(limit) < 0) != down && n.compareTo(limit) != 0; ) {
      if (numbers.size() == MOST_IN_RANGE) {
        return a.invalid();
      }
      numbers.add(a.number(n));
      n = Arithmetic.WIDE.plus(Arithmetic.WIDE.rounded(n), Arithmetic.WIDE.rounded(step));
    }
    return a.list(Type.Simple.NUMBER, numbers, Optional.empty());
  }

  private static Value<Node> parsed(Arguments a) {
    Value<Node> text = a.value(0);
    if (text.sole().filter(node -> !(node instanceof Text)).isPresent()) {
      return a.invalid();
    }
    int base = a.integer(1).orElse(0);
    Optional<String> known = Nodes.string(text);
    if (known.isEmpty() && !(text instanceof Value.Absent)) {
      return Nodes.unknown(text).map(a::unknown).orElseGet(a::invalid);
    }
    return base < 2 || base > 62 || known.isEmpty() || known.get().length() > MOST_DIGITS
        ? a.invalid()
        : integer(known.get(), base).map(n -> a.number(new BigDecimal(n))).orElseGet(a::invalid);
  }

  /// Above base 36, lower case letters come before upper case ones.
  private static Optional<BigInteger> integer(String text, int base) {
    boolean minus = text.startsWith("-");
    String digits = minus || text.startsWith("+") ? text.substring(1) : text;
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, 36) : -1;
      digit = base > 36 && Character.isUpperCase(c) ? digit + 26 : digit;
      if (digit < 0 || digit >= base) {
        return Optional.empty();
      }
      number = number.multiply(BigInteger.valueOf(base)).add(BigInteger.valueOf(digit));
    }
    return digits.isEmpty() ? Optional.empty() : Optional.of(minus ? number.negate() : number);
  }
}
