package dev.postern.policy.document;

import dev.postern.value.Origin;
import dev.postern.value.World;
import java.util.List;

/// An `Action` or `Resource` element, or its `Not` form.
///
/// @param listed the patterns; what else may be listed is a pattern that is one hole
/// @param origin where the element stands
public record Patterns(Sense sense, List<Pattern> listed, Origin origin) {

  /// How a list is meant.
  public enum Sense {
    /// The element is not written.
    NOT_WRITTEN,
    /// `Action`, `Resource`, `Principal`.
    THESE,
    /// `NotAction`, `NotResource`, `NotPrincipal`.
    ALL_BUT_THESE
  }

  public Patterns {
    listed = List.copyOf(listed);
  }

  /// Those that stand there in `world`, which lies inside or outside the world of each.
  Patterns in(World world) {
    return new Patterns(
        sense,
        listed.stream()
            .filter(p -> world.and(p.when()).isPresent())
            .map(p -> new Pattern(p.text(), p.origin(), World.ANY, p.sensitivity()))
            .toList(),
        origin);
  }
}
