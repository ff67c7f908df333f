package dev.postern.net;

import java.util.Optional;

/// One IPv4 or IPv6 address.
///
/// @param family decides how many of the bits count
/// @param high the upper 64 bits; 0 for IPv4
/// @param low the lower 64 bits; for IPv4 the address, 0 to 2^32 - 1
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

  /// The two versions of the Internet Protocol.
  public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
      this.bits = bits;
    }

    /// The length of an address in bits.
    public int bits() {
      return bits;
    }

    Wide last() {
      return Wide.ones(bits);
    }
  }

  static IpAddress of(Family family, Wide bits) {
    return new IpAddress(family, bits.high(), bits.low());
  }

  /// An address in any spelling of RFC 4291 section 2.2, or four decimal numbers without leading
  /// zeros; no zone, no prefix length, no blanks. An IPv4-mapped address is an IPv6 address.
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0
        ? IpText.parse6(text).map(bits -> of(Family.IPV6, bits))
        : IpText.parse4(text).map(bits -> of(Family.IPV4, bits));
  }

  Wide bits() {
    return new Wide(high, low);
  }

  /// IPv4 before IPv6, then by number.
  @Override
  public int compareTo(IpAddress that) {
    int byFamily = family.compareTo(that.family);
    return byFamily != 0 ? byFamily : bits().compareTo(that.bits());
  }

  /// The canonical spelling; for IPv6 that of RFC 5952.
  @Override
  public String toString() {
    return switch (family) {
      case IPV4 -> IpText.print4(low);
      case IPV6 -> IpText.print6(high, low);
    };
  }
}
