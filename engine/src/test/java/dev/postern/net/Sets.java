package dev.postern.net;

import dev.postern.net.IpAddress.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Sets for tests: written ones and random ones.
final class Sets {
  private Sets() {}

  static IpAddress ip(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  static IpSet ips(String... cidrs) {
    return IpSet.union(Stream.of(cidrs).map(c -> IpSet.cidr(c).orElseThrow()).toList());
  }

  /// Any address; half of them with many zeros.
  static IpAddress address(RandomGenerator random) {
    long mask = random.nextBoolean() ? -1 : -1L << random.nextInt(64);
    return random.nextBoolean()
        ? new IpAddress(Family.IPV4, 0, random.nextLong(1L << 32) & mask)
        : new IpAddress(Family.IPV6, random.nextLong() & mask, random.nextLong() & mask);
  }

  /// Up to five blocks of any size.
  static IpSet ips(RandomGenerator random) {
    var blocks = new ArrayList<IpSet>();
    for (int i = random.nextInt(6); i > 0; i--) {
      IpAddress address = address(random);
      blocks.add(IpSet.of(new Cidr(address, random.nextInt(address.family().bits() + 1))));
    }
    return IpSet.union(blocks);
  }

  /// The 32 addresses on which small sets differ: at the ends of both families.
  static final List<IpAddress> SMALL =
      Stream.of("0.0.0.0", "255.255.255.248", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff8")
          .map(Sets::ip)
          .flatMap(first ->
              Stream.iterate(first, a -> IpAddress.of(a.family(), a.bits().next())).limit(8))
          .toList();

  /// The members of [#SMALL] whose bit is set.
  static IpSet small(int bits) {
    var members = new ArrayList<IpSet>();
    for (int i = 0; i < SMALL.size(); i++) {
      if ((bits >> i & 1) == 1) {
        members.add(IpSet.of(SMALL.get(i)));
      }
    }
    return IpSet.union(members);
  }
}
