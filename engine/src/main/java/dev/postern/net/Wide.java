package dev.postern.net;

import java.math.BigInteger;

/// An unsigned 128-bit number: a point on the line of IPv6 addresses, IPv4 addresses or ports.
record Wide(long high, long low) implements Comparable<Wide> {
  static final Wide ZERO = new Wide(0, 0);
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  static Wide of(long small) {
    return new Wide(0, small);
  }

  /// The number whose lowest `bits` bits are ones: 0 to 128.
  static Wide ones(int bits) {
    return bits > 64 ? new Wide(ones64(bits - 64), -1) : new Wide(0, ones64(bits));
  }

  private static long ones64(int bits) {
    return bits == 0 ? 0 : -1L >>> (64 - bits);
  }

  Wide next() {
    return new Wide(low == -1 ? high + 1 : high, low + 1);
  }

  Wide previous() {
    return new Wide(low == 0 ? high - 1 : high, low - 1);
  }

  Wide or(Wide that) {
    return new Wide(high | that.high, low | that.low);
  }

  Wide without(Wide that) {
    return new Wide(high & ~that.high, low & ~that.low);
  }

  int trailingZeros() {
    return low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
  }

  BigInteger exact() {
    return unsigned(high).shiftLeft(64).add(unsigned(low));
  }

  private static BigInteger unsigned(long bits) {
    BigInteger signed = BigInteger.valueOf(bits);
    return bits >= 0 ? signed : signed.add(TWO_64);
  }

  @Override
  public int compareTo(Wide that) {
    int byHigh = Long.compareUnsigned(high, that.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, that.low);
  }
}
