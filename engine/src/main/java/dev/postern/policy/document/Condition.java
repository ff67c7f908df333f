package dev.postern.policy.document;

import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One line of a `Condition` element: it holds when the request's value of the key compares with
/// one of the values. All lines of a statement must hold.
///
/// @param operator empty where it is not known or not one
/// @param key as written; empty where it is not known
/// @param values what else may be listed is a pattern that is one hole
/// @param origin where the key stands
public record Condition(
    Optional<Operator> operator, String key, List<Pattern> values, Origin origin, World when) {

  public Condition {
    values = List.copyOf(values);
  }

  /// The key in lower case, as keys compare.
  public String name() {
    return key.toLowerCase(Locale.ROOT);
  }

  public Evidence saying(String fact) {
    return new Evidence(origin, fact);
  }

  Condition in(World world) {
    return new Condition(
        operator,
        key,
        values.stream().filter(v -> world.and(v.when()).isPresent()).toList(),
        origin,
        World.ANY);
  }
}
