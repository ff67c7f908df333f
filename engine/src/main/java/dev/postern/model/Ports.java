package dev.postern.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The ports that are known by what listens there.
///
/// @param all sorted by number, then protocol
public record Ports(List<Port> all) {

  public Ports {
    all =
        all.stream()
            .sorted(Comparator.comparingInt(Port::number).thenComparing(Port::protocol))
            .toList();
  }

  /// One port.
  ///
  /// @param number 0 to 65535
  /// @param name as users say it: `SSH`
  public record Port(int number, Protocol protocol, Use use, String name) {}

  /// The transport protocols that have ports.
  public enum Protocol {
    TCP,
    UDP
  }

  /// What a port is for, as far as an open one matters.
  public enum Use {
    /// Logging in to a machine, or commanding it.
    ADMINISTRATION,
    /// Commanding a cluster or a daemon of containers.
    ORCHESTRATION,
    /// Databases, caches, search engines and queues.
    DATA,
    /// File shares and directory services.
    FILES,
    /// Consoles and metrics of running systems.
    MONITORING,
    /// Mail and name service.
    INFRASTRUCTURE,
    /// Meant to be public.
    WEB
  }

  public Optional<Port> at(int number, Protocol protocol) {
    return all.stream().filter(p -> p.number() == number && p.protocol() == protocol).findFirst();
  }

  public List<Port> of(Use use) {
    return all.stream().filter(port -> port.use() == use).toList();
  }
}
