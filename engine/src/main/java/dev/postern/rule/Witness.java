package dev.postern.rule;

import java.util.List;
import java.util.SortedMap;

/// A concrete proof of a claim about access or reachability.
public sealed interface Witness {

  /// A packet that gets through.
  ///
  /// @param source an address outside special-purpose ranges
  /// @param protocol `tcp`, `udp`, ...
  /// @param port destination port; -1 where the protocol has none
  record Packet(String source, String protocol, int port) implements Witness {}

  /// A request that is allowed.
  ///
  /// @param context values of condition keys that it carries
  record Request(
      String principal, String action, String resource, SortedMap<String, List<String>> context)
      implements Witness {}
}
