package dev.postern.data;

import dev.postern.model.Ports;
import java.util.Locale;

/// Reads the table of well-known ports, which is written by hand after the registry of IANA and the
/// documentation of each product.
///
/// @see <a href="https://www.iana.org/assignments/service-names-port-numbers">registry</a>
public final class WellKnownPorts {
  private WellKnownPorts() {}

  public static Ports ports() {
    return new Ports(
        Shards.root("ports")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> read(line.split("\t", -1)))
            .toList());
  }

  private static Ports.Port read(String[] fields) {
    return new Ports.Port(
        Integer.parseInt(fields[0]),
        Ports.Protocol.valueOf(fields[1].toUpperCase(Locale.ROOT)),
        Ports.Use.valueOf(fields[2].toUpperCase(Locale.ROOT)),
        fields[3]);
  }
}
