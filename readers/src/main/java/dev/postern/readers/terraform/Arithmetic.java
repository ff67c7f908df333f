package dev.postern.readers.terraform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// Arithmetic on binary fractions of so many bits, to the nearest, ties to even; a result is the
/// shortest decimal number that stands for it (Terraform language, "Types and Values": numbers keep
/// at least 512 bits).
///
/// INVARIANT: the shortest decimal of a fraction, read again, is that fraction, so that a number
/// needs no other form than its decimal one.
///
/// @param bits how long the fractions are
record Arithmetic(int bits) {
  /// What is written, and most of what is computed.
  static final Arithmetic WIDE = new Arithmetic(512);

  /// What `log` and `pow` give.
  static final Arithmetic DOUBLE = new Arithmetic(53);

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  BigDecimal plus(BigDecimal a, BigDecimal b) {
    return shortest(rounded(a.add(b)));
  }

  BigDecimal minus(BigDecimal a, BigDecimal b) {
    return shortest(rounded(a.subtract(b)));
  }

  BigDecimal times(BigDecimal a, BigDecimal b) {
    return shortest(WIDE.rounded(a.multiply(b)));
  }

  BigDecimal by(BigDecimal a, BigDecimal b) {
    return shortest(quotient(a, b));
  }

  /// What is left of `a`, with the sign of `a`; `a` itself where `b` is zero.
  BigDecimal modulo(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      return a;
    }
    BigDecimal whole = rounded(new BigDecimal(quotient(a, b).toBigInteger()));
    return shortest(rounded(a.subtract(rounded(b.multiply(whole)))));
  }

  /// The fraction that a decimal number stands for.
  BigDecimal rounded(BigDecimal number) {
    boolean whole = number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    return whole && number.toBigInteger().bitLength() <= bits
        ? number
        : fraction(number.unscaledValue(), BigInteger.TEN.pow(Math.max(0, number.scale())), number);
  }

  private BigDecimal fraction(BigInteger above, BigInteger below, BigDecimal number) {
    return number.scale() >= 0 ? ratio(above, below) : ratio(number.toBigInteger(), BigInteger.ONE);
  }

  private BigDecimal quotient(BigDecimal a, BigDecimal b) {
    BigDecimal x = rounded(a);
    BigDecimal y = rounded(b);
    int scale = Math.max(0, Math.max(x.scale(), y.scale()));
    return ratio(x.setScale(scale).unscaledValue(), y.setScale(scale).unscaledValue());
  }

  private BigDecimal ratio(BigInteger above, BigInteger below) {
    if (above.signum() == 0) {
      return BigDecimal.ZERO;
    }
    boolean minus = above.signum() != below.signum();
    BigInteger a = above.abs();
    BigInteger b = below.abs();
    int shift = bits + 2 - (a.bitLength() - b.bitLength());
    BigInteger[] divided =
        (shift > 0 ? a.shiftLeft(shift) : a)
            .divideAndRemainder(shift > 0 ? b : b.shiftLeft(-shift));
    BigInteger mantissa = divided[0];
    int extra = mantissa.bitLength() - bits;
    BigInteger kept = mantissa.shiftRight(extra);
    BigInteger lost = mantissa.subtract(kept.shiftLeft(extra));
    int half = lost.compareTo(BigInteger.ONE.shiftLeft(extra - 1));
    boolean up = half > 0 || (half == 0 && (divided[1].signum() != 0 || kept.testBit(0)));
    BigInteger rounded = up ? kept.add(BigInteger.ONE) : kept;
    return scaled(minus ? rounded.negate() : rounded, extra - shift);
  }

  /// `mantissa` times two to the power of `exponent`, exactly.
  private static BigDecimal scaled(BigInteger mantissa, int exponent) {
    return exponent >= 0
        ? new BigDecimal(mantissa.shiftLeft(exponent))
        : new BigDecimal(mantissa.multiply(FIVE.pow(-exponent)), -exponent);
  }

  /// The decimal number with the fewest digits that is nearer to this fraction than to any other of
  /// as many bits.
  BigDecimal shortest(BigDecimal exact) {
    BigDecimal number = exact.stripTrailingZeros();
    if (number.scale() <= 0 && number.toBigInteger().bitLength() <= bits) {
      return number;
    }
    boolean minus = number.signum() < 0;
    BigDecimal half = halfStep(number.abs());
    boolean even = !number.abs().divide(half.add(half)).toBigInteger().testBit(0);
    BigDecimal shortest =
        Decimal.of(number.abs())
            .between(
                Decimal.of(number.abs().subtract(half)), Decimal.of(number.abs().add(half)), even)
            .orElse(number.abs());
    return minus ? shortest.negate() : shortest;
  }

  /// Half the distance to the next fraction.
  private BigDecimal halfStep(BigDecimal number) {
    int scale = Math.max(0, number.scale());
    // number = odd part times two to the power of -scale, as its only other prime factor is two
    BigInteger mantissa = number.scaleByPowerOfTen(scale).toBigInteger().divide(FIVE.pow(scale));
    return scaled(BigInteger.ONE, mantissa.bitLength() - bits - 1 - scale);
  }

  /// Decimal digits behind `0.`, and the power of ten by which they are multiplied.
  private record Decimal(String digits, int exponent) {
    static Decimal of(BigDecimal number) {
      BigDecimal plain = number.stripTrailingZeros();
      return new Decimal(plain.unscaledValue().toString(), plain.precision() - plain.scale());
    }

    private char at(int i) {
      return i < digits.length() ? digits.charAt(i) : '0';
    }

    /// The first rounding of these digits that lies between the two.
    Optional<BigDecimal> between(Decimal lower, Decimal upper, boolean inclusive) {
      for (int i = 0; i < digits.length(); i++) {
        char digit = at(i);
        char low = lower.at(i);
        char high = upper.at(i);
        boolean down = low != digit || (inclusive && i + 1 == lower.digits.length());
        boolean up =
            digit != high && (inclusive || digit + 1 < high || i + 1 < upper.digits.length());
        if (down || up) {
          return Optional.of(cut(i + 1, up && (!down || isNearerAbove(i + 1))));
        }
      }
      return Optional.empty();
    }

    private boolean isNearerAbove(int length) {
      if (at(length) == '5' && length + 1 == digits.length()) {
        return (at(length - 1) - '0') % 2 != 0;
      }
      return at(length) >= '5';
    }

    private BigDecimal cut(int length, boolean up) {
      BigInteger kept = new BigInteger(digits.substring(0, length));
      return new BigDecimal(up ? kept.add(BigInteger.ONE) : kept, length - exponent)
          .stripTrailingZeros();
    }
  }
}
