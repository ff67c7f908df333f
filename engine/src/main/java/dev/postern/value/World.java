package dev.postern.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A set of possible deployments: a conjunction of facts about [Variable]s. [#ANY] is all of them.
///
/// INVARIANT: every world is satisfiable; [#and(World)] gives nothing where two contradict.
public record World(SortedMap<Variable, Constraint> facts) {

  /// Every deployment.
  public static final World ANY = new World(new TreeMap<>());

  /// What is known of one variable.
  public sealed interface Constraint {
    /// It has this value.
    record Is(String value) implements Constraint {}

    /// It has none of these values.
    record IsNot(SortedSet<String> values) implements Constraint {}
  }

  public World {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /// The deployments in which `variable` is `value`; `value` lies in the domain.
  public static World is(Variable variable, String value) {
    return new World(new TreeMap<>(Map.of(variable, new Constraint.Is(value))));
  }

  /// The deployments in which `variable` is not `value`: none, when that is its whole domain.
  public static Optional<World> isNot(Variable variable, String value) {
    return normal(variable, new TreeSet<>(List.of(value)))
        .map(c -> new World(new TreeMap<>(Map.of(variable, c))));
  }

  /// The deployments in both.
  public Optional<World> and(World that) {
    if (facts.isEmpty() || equals(that)) {
      return Optional.of(that);
    }
    if (that.facts.isEmpty()) {
      return Optional.of(this);
    }
    var both = new TreeMap<>(facts);
    for (var fact : that.facts.entrySet()) {
      Constraint mine = both.get(fact.getKey());
      Optional<Constraint> merged =
          mine == null ? Optional.of(fact.getValue()) : meet(fact.getKey(), mine, fact.getValue());
      if (merged.isEmpty()) {
        return Optional.empty();
      }
      both.put(fact.getKey(), merged.get());
    }
    return Optional.of(new World(both));
  }

  /// Every deployment that is in none of `worlds`, as disjoint worlds.
  public static List<World> outside(List<World> worlds) {
    List<World> left = List.of(ANY);
    for (World world : worlds) {
      var next = new ArrayList<World>();
      for (World before : left) {
        world.complement().forEach(w -> before.and(w).ifPresent(next::add));
      }
      left = next;
    }
    return left;
  }

  private List<World> complement() {
    var all = new ArrayList<World>();
    World before = ANY;
    for (var fact : facts.entrySet()) {
      for (World not : opposite(fact.getKey(), fact.getValue())) {
        before.and(not).ifPresent(all::add);
      }
      World same = new World(new TreeMap<>(Map.of(fact.getKey(), fact.getValue())));
      before = before.and(same).orElseThrow();
    }
    return all;
  }

  private static List<World> opposite(Variable variable, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Is(var value) -> isNot(variable, value).stream().toList();
      case Constraint.IsNot(var values) -> values.stream().map(v -> is(variable, v)).toList();
    };
  }

  private static Optional<Constraint> meet(Variable variable, Constraint a, Constraint b) {
    return switch (a) {
      case Constraint.Is(var x) ->
          switch (b) {
            case Constraint.Is(var y) -> x.equals(y) ? Optional.of(a) : Optional.empty();
            case Constraint.IsNot(var ys) -> ys.contains(x) ? Optional.empty() : Optional.of(a);
          };
      case Constraint.IsNot(var xs) ->
          switch (b) {
            case Constraint.Is(var y) -> xs.contains(y) ? Optional.empty() : Optional.of(b);
            case Constraint.IsNot(var ys) -> {
              var union = new TreeSet<>(xs);
              union.addAll(ys);
              yield normal(variable, union);
            }
          };
    };
  }

  private static Optional<Constraint> normal(Variable variable, SortedSet<String> excluded) {
    if (variable.domain().isEmpty()) {
      return Optional.of(new Constraint.IsNot(Collections.unmodifiableSortedSet(excluded)));
    }
    var left = variable.domain().stream().filter(v -> !excluded.contains(v)).distinct().toList();
    return switch (left.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Constraint.Is(left.getFirst()));
      default -> Optional.of(new Constraint.IsNot(Collections.unmodifiableSortedSet(excluded)));
    };
  }

  /// As shown to users: `Env = prod and Region ≠ us-east-1`; empty for [#ANY].
  @Override
  public String toString() {
    return facts.entrySet().stream()
        .map(fact -> show(fact.getKey().name(), fact.getValue()))
        .collect(Collectors.joining(" and "));
  }

  private static String show(String name, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Is(var value) -> name + " = " + quote(value);
      case Constraint.IsNot(var values) ->
          values.stream()
              .map(value -> name + " ≠ " + quote(value))
              .collect(Collectors.joining(" and "));
    };
  }

  private static String quote(String value) {
    return value.isBlank() ? "\"" + value + "\"" : value;
  }
}
