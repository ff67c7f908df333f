package dev.postern.net;

import java.util.Optional;

/// A block of addresses that share their first bits: `10.0.0.0/8`, `2001:db8::/32`.
///
/// Bits behind the prefix are dropped, as EC2 does: `10.0.0.0/0` is `0.0.0.0/0`
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html).
///
/// @param network the first address of the block
/// @param prefix how many leading bits are shared: 0 to 32, or 0 to 128
public record Cidr(IpAddress network, int prefix) {

  public Cidr {
    int free = network.family().bits() - prefix;
    if (prefix < 0 || free < 0) {
      throw new IllegalArgumentException("no prefix length for " + network + ": " + prefix);
    }
    network = IpAddress.of(network.family(), network.bits().without(Wide.ones(free)));
  }

  /// An address with a prefix length, as EC2, WAF and VPC resources want it.
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return IpAddress.parse(text.substring(0, slash))
        .flatMap(address -> withPrefix(address, text.substring(slash + 1)));
  }

  /// An address with or without a prefix length; without one it is that address alone, as in the IP
  /// address conditions of IAM
  /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
  public static Optional<Cidr> parseLenient(String text) {
    return text.indexOf('/') >= 0 ? parse(text) : IpAddress.parse(text).map(Cidr::of);
  }

  /// The block of one address.
  public static Cidr of(IpAddress address) {
    return new Cidr(address, address.family().bits());
  }

  private static Optional<Cidr> withPrefix(IpAddress address, String digits) {
    int prefix = IpText.decimal(digits, address.family().bits());
    return prefix < 0 ? Optional.empty() : Optional.of(new Cidr(address, prefix));
  }

  /// The last address of the block.
  public IpAddress last() {
    Wide free = Wide.ones(network.family().bits() - prefix);
    return IpAddress.of(network.family(), network.bits().or(free));
  }

  @Override
  public String toString() {
    return network + "/" + prefix;
  }
}
