package dev.postern.net;

/// One packet as filters see it.
///
/// @param source where it says that it comes from
/// @param protocol one protocol, not all
/// @param port the destination port; for ICMP type and code as in [PortSet#icmp(int, int)]; 0 for
///   protocols that have neither
public record Packet(IpAddress source, Protocol protocol, int port) {

  public Packet {
    if (protocol.equals(Protocol.ALL) || port < 0 || port > PortSet.LAST) {
      throw new IllegalArgumentException("no packet: " + protocol + " " + port);
    }
  }

  /// As shown to users: `tcp 22 from 8.8.8.8`, `icmp type 8 code 0 from 8.8.8.8`.
  @Override
  public String toString() {
    return protocol + Flow.portWords(protocol, PortSet.of(port)) + " from " + source;
  }
}
