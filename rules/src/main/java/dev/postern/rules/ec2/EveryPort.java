package dev.postern.rules.ec2;

import dev.postern.net.Flow;
import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.PortSet;
import dev.postern.net.Protocol;

/// Who reaches all ports.
final class EveryPort {
  private static final PortSet USABLE = PortSet.of(1, 65_535);

  private EveryPort() {}

  /// The sources from which packets of `protocol` are admitted to every port but 0.
  static IpSet sources(PacketSet packets, Protocol protocol) {
    IpSet common = packets.sources(protocol, 1).intersection(packets.sources(protocol, 65_535));
    if (common.isEmpty()) {
      return common;
    }
    PortSet covered = PortSet.none();
    for (Flow flow : packets.flows()) {
      boolean concerned =
          flow.protocols().contains(Protocol.ALL) || flow.protocols().contains(protocol);
      if (concerned && flow.ports().intersects(USABLE)) {
        covered = covered.union(flow.ports());
        common = common.intersection(flow.sources());
      }
    }
    return covered.containsAll(USABLE) ? common : IpSet.none();
  }
}
