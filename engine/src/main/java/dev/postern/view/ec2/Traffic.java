package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.model.Text;
import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.PortSet;
import dev.postern.net.Protocol;
import dev.postern.value.Evidence;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The protocols and ports that a rule matches, from anywhere, as far as they are known.
///
/// @param missing why `least` and `most` differ
record Traffic(World when, PacketSet least, PacketSet most, Optional<Evidence> missing) {
  private static final int NOT_WRITTEN = -1;

  /// What a rule with these properties matches in each world.
  static List<Traffic> of(Property protocol, Property from, Property to) {
    var found = new ArrayList<Traffic>();
    for (Value.Case<Text> p : protocol.text().cases()) {
      for (Value.Case<BigDecimal> f : from.number().cases()) {
        for (Value.Case<BigDecimal> t : to.number().cases()) {
          p.when()
              .and(f.when())
              .flatMap(t.when()::and)
              .ifPresent(when -> found.add(of(when, p.value(), f.value(), t.value())));
        }
      }
    }
    return found;
  }

  private static Traffic of(
      World when, Value<Text> protocol, Value<BigDecimal> from, Value<BigDecimal> to) {
    Optional<Protocol> known = protocol.sole().flatMap(Text::literal).flatMap(Protocol::parse);
    if (known.isEmpty()) {
      return open(when, PacketSet.all(), why(protocol, "names no protocol"));
    }
    PacketSet every = PacketSet.of(known.get(), PortSet.all(), IpSet.all());
    if (!known.get().hasPorts() && !known.get().isIcmp()) {
      return new Traffic(when, every, every, Optional.empty());
    }
    Optional<Integer> first = number(from);
    Optional<Integer> last = number(to);
    if (first.isEmpty() || last.isEmpty()) {
      return open(when, every, why(first.isEmpty() ? from : to, "is no port"));
    }
    return PacketSet.rule(known.get(), first.get(), last.get(), IpSet.all())
        .map(exact -> new Traffic(when, exact, exact, Optional.empty()))
        .orElseGet(() -> open(when, every, new Evidence(from.origin(), "is no range of ports")));
  }

  private static Traffic open(World when, PacketSet most, Evidence missing) {
    return new Traffic(when, PacketSet.none(), most, Optional.of(missing));
  }

  private static Optional<Integer> number(Value<BigDecimal> value) {
    if (value instanceof Value.Absent) {
      return Optional.of(NOT_WRITTEN);
    }
    return value
        .sole()
        .filter(n ->
            n.stripTrailingZeros().scale() <= 0
                && n.abs().compareTo(BigDecimal.valueOf(1 << 20)) <= 0)
        .map(BigDecimal::intValue);
  }

  private static Evidence why(Value<?> value, String otherwise) {
    return switch (value) {
      case Value.Unknown<?>(var reason, var origin, _) -> new Evidence(origin, reason.toString());
      case Value.Known<?>(Text text, var origin, _) ->
          new Evidence(origin, text.unknown().map(Object::toString).orElse(otherwise));
      case Value.Known<?> _, Value.Default<?> _, Value.Absent<?> _, Value.OneOf<?> _ ->
          new Evidence(value.origin(), otherwise);
    };
  }

  /// The same traffic, from `sources` alone.
  Admission from(Sources sources, Property rule, World world) {
    PacketSet surely = least.intersection(PacketSet.from(sources.least()));
    boolean addresses = sources.least().equals(sources.most());
    PacketSet perhaps =
        addresses && least.equals(most)
            ? surely
            : most.intersection(PacketSet.from(sources.most()));
    return new Admission(
        rule,
        world,
        surely,
        perhaps,
        addresses ? missing.orElse(sources.evidence()) : sources.evidence());
  }
}
