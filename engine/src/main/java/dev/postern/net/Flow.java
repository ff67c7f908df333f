package dev.postern.net;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The packets of some protocols, to some ports, from some addresses: one box of a [PacketSet].
///
/// @param protocols [Protocol#ALL] alone, or single protocols, ascending
/// @param ports every port where the protocols have none; for ICMP as in [PortSet#icmp(int, int)]
/// @param sources not empty
public record Flow(List<Protocol> protocols, PortSet ports, IpSet sources) {

  public Flow {
    protocols = List.copyOf(protocols);
  }

  /// As shown to users: `tcp 20-25 from every IPv4 address`, `every protocol from 10.0.0.0/8`.
  @Override
  public String toString() {
    return protocolWords() + portWords(protocols.getFirst(), ports) + " from " + sources;
  }

  private String protocolWords() {
    if (protocols.equals(List.of(Protocol.ALL))) {
      return "every protocol";
    }
    if (protocols.size() <= Protocol.LAST / 2) {
      return list(protocols);
    }
    var named = new HashSet<>(protocols);
    return "every protocol but "
        + list(
            IntStream.rangeClosed(0, Protocol.LAST)
                .mapToObj(Protocol::new)
                .filter(protocol -> !named.contains(protocol))
                .toList());
  }

  private static String list(List<Protocol> protocols) {
    return protocols.stream().map(Protocol::toString).collect(Collectors.joining(", "));
  }

  /// The ports after the name of their protocol, with a blank before; empty for ports that say
  /// nothing.
  static String portWords(Protocol protocol, PortSet ports) {
    if (protocol.hasPorts()) {
      return " " + ports;
    }
    if (!protocol.isIcmp() || ports.isAll()) {
      return "";
    }
    return ports.ranges().stream().map(Flow::messages).collect(Collectors.joining(",", " ", ""));
  }

  private static String messages(PortSet.Range range) {
    int type = range.from() >> 8;
    int lastType = range.to() >> 8;
    boolean whole = (range.from() & 255) == 0 && (range.to() & 255) == 255;
    if (whole) {
      return type == lastType ? "type " + type : "types " + type + "-" + lastType;
    }
    String first = "type " + type + " code " + (range.from() & 255);
    return range.from() == range.to()
        ? first
        : first + " to type " + lastType + " code " + (range.to() & 255);
  }
}
