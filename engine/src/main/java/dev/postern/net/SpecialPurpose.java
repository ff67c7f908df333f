package dev.postern.net;

import java.util.stream.Stream;

/// The addresses that no packet from the Internet carries as its source.
///
/// From the IANA registries of RFC 6890
/// (https://www.iana.org/assignments/iana-ipv4-special-registry,
/// https://www.iana.org/assignments/iana-ipv6-special-registry, as of 2024-10-22), the blocks that
/// they do not call globally reachable, whole; multicast (RFC 5771, RFC 4291). For IPv6 also all
/// that is reserved by the IETF, as 240.0.0.0/4 is for IPv4: only 2000::/3 is handed out
/// (https://www.iana.org/assignments/ipv6-address-space).
final class SpecialPurpose {

  /// Every address outside the special-purpose blocks.
  static final IpSet PUBLIC =
      IpSet.all()
          .minus(
              blocks(
                  "0.0.0.0/8", // this network, RFC 791
                  "10.0.0.0/8", // private, RFC 1918
                  "100.64.0.0/10", // shared by carriers, RFC 6598
                  "127.0.0.0/8", // loopback, RFC 1122
                  "169.254.0.0/16", // link local, RFC 3927
                  "172.16.0.0/12", // private, RFC 1918
                  "192.0.0.0/24", // IETF protocols, RFC 6890
                  "192.0.2.0/24", // documentation, RFC 5737
                  "192.88.99.0/24", // 6to4 relays, RFC 7526
                  "192.168.0.0/16", // private, RFC 1918
                  "198.18.0.0/15", // benchmarks, RFC 2544
                  "198.51.100.0/24", // documentation, RFC 5737
                  "203.0.113.0/24", // documentation, RFC 5737
                  "224.0.0.0/4", // multicast, RFC 5771
                  "240.0.0.0/4", // reserved and broadcast, RFC 1112, RFC 919
                  "::/3", // unspecified, loopback, mapped, NAT64, discard: RFC 4291 and others
                  "2001::/23", // IETF protocols, Teredo, benchmarks, ORCHID: RFC 2928
                  "2001:db8::/32", // documentation, RFC 3849
                  "2002::/16", // 6to4, RFC 3056
                  "3fff::/20", // documentation, RFC 9637
                  "4000::/2", // reserved by the IETF, RFC 4291
                  "8000::/1")); // reserved, unique local, link local, multicast: RFC 4291, RFC 4193

  /// The blocks of which no packet from another machine carries an address as its source.
  static final IpSet NO_SENDERS =
      blocks(
          "0.0.0.0/8", // this network, RFC 1122
          "127.0.0.0/8", // loopback, RFC 1122
          "224.0.0.0/4", // multicast, RFC 5771
          "::/127", // unspecified and loopback, RFC 4291
          "ff00::/8"); // multicast, RFC 4291

  private SpecialPurpose() {}

  private static IpSet blocks(String... cidrs) {
    return IpSet.union(Stream.of(cidrs).map(c -> IpSet.of(Cidr.parse(c).orElseThrow())).toList());
  }
}
