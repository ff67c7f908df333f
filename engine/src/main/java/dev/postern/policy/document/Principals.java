package dev.postern.policy.document;

import dev.postern.policy.document.Patterns.Sense;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.World;
import java.util.List;

/// A `Principal` or `NotPrincipal` element.
///
/// @param origin where the element stands
public record Principals(Sense sense, List<Named> listed, Origin origin) {

  /// One principal, and where and in which world it is listed.
  public record Named(Principal principal, Origin origin, World when) {
    public Evidence saying(String fact) {
      return new Evidence(origin, fact);
    }
  }

  public Principals {
    listed = List.copyOf(listed);
  }

  /// Those that stand there in `world`, which lies inside or outside the world of each.
  Principals in(World world) {
    return new Principals(
        sense,
        listed.stream()
            .filter(n -> world.and(n.when()).isPresent())
            .map(n -> new Named(n.principal(), n.origin(), World.ANY))
            .toList(),
        origin);
  }
}
