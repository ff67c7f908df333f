package dev.postern.policy.document;

import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.List;
import java.util.Optional;

/// One statement of a policy.
///
/// @param sid its name, where it has a known one
/// @param effect known or unknown, never differing between worlds
/// @param origin where it stands
/// @param when the world in which it is there
public record Statement(
    Optional<String> sid,
    Value<Effect> effect,
    Principals principals,
    Patterns actions,
    Patterns resources,
    List<Condition> conditions,
    Origin origin,
    World when) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  public Truth allows() {
    return is(Effect.ALLOW);
  }

  public Truth denies() {
    return is(Effect.DENY);
  }

  private Truth is(Effect expected) {
    return effect.sole().map(known -> Truth.of(known == expected)).orElse(Truth.UNKNOWN);
  }

  public Evidence saying(String fact) {
    return new Evidence(origin, fact);
  }

  Statement when(World world) {
    return new Statement(sid, effect, principals, actions, resources, conditions, origin, world);
  }

  /// The statement as it is in `world`, which lies inside or outside the world of each part.
  Statement in(World world) {
    return new Statement(
        sid,
        effect,
        principals.in(world),
        actions.in(world),
        resources.in(world),
        conditions.stream()
            .filter(c -> world.and(c.when()).isPresent())
            .map(c -> c.in(world))
            .toList(),
        origin,
        World.ANY);
  }

  void mentioned(List<World> to) {
    to.add(when);
    principals.listed().forEach(n -> to.add(n.when()));
    actions.listed().forEach(p -> to.add(p.when()));
    resources.listed().forEach(p -> to.add(p.when()));
    for (Condition condition : conditions) {
      to.add(condition.when());
      condition.values().forEach(v -> to.add(v.when()));
    }
  }
}
