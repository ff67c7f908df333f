package dev.postern.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The answer to a question about a configuration that may be partly unknown. Never a boolean, so
/// that no rule takes unknown for false.
///
/// `and`, `or` and `not` are Kleene's, taken world by world; contradictory worlds disappear.
public sealed interface Verdict {

  /// How many worlds one answer may distinguish; more make it undecided.
  int MOST_WORLDS = 64;

  /// It is so.
  record Yes(List<Evidence> because) implements Verdict {}

  /// It is not so.
  record No(List<Evidence> because) implements Verdict {}

  /// It depends on what is not known.
  record Undecided(List<Evidence> missing) implements Verdict {}

  /// It differs between worlds. INVARIANT: the worlds are disjoint and cover every deployment, the
  /// answers are not all of one kind, and none of them is a `When`.
  record When(SequencedMap<World, Verdict> cases) implements Verdict {}

  static Verdict yes(Evidence... because) {
    return new Yes(List.of(because));
  }

  static Verdict no(Evidence... because) {
    return new No(List.of(because));
  }

  static Verdict undecided(Evidence... missing) {
    return new Undecided(List.of(missing));
  }

  static Verdict of(Truth truth, Evidence because) {
    return switch (truth) {
      case TRUE -> yes(because);
      case FALSE -> no(because);
      case UNKNOWN -> undecided(because);
    };
  }

  static Verdict of(boolean known, Evidence because) {
    return known ? yes(because) : no(because);
  }

  /// One answer per world; the worlds are disjoint. Nested worlds are joined, contradictory ones
  /// dropped.
  static Verdict when(Map<World, Verdict> cases) {
    var flat = new LinkedHashMap<World, Verdict>();
    cases.forEach((world, verdict) ->
        verdict.worlds().forEach((inner, v) -> world.and(inner).ifPresent(w -> flat.put(w, v))));
    return simplest(flat);
  }

  /// `inside` in the given disjoint worlds, no in all others.
  static Verdict within(List<World> worlds, Verdict inside) {
    if (worlds.equals(List.of(World.ANY))) {
      return inside;
    }
    var cases = new LinkedHashMap<World, Verdict>();
    worlds.forEach(world -> cases.put(world, inside));
    World.outside(worlds).forEach(world -> cases.put(world, no()));
    return when(cases);
  }

  /// Whether all hold: yes when there are none.
  static Verdict all(Iterable<? extends Verdict> verdicts) {
    Verdict result = yes();
    for (Verdict verdict : verdicts) {
      result = result.and(verdict);
    }
    return result;
  }

  /// Whether any holds: no when there are none.
  static Verdict any(Iterable<? extends Verdict> verdicts) {
    Verdict result = no();
    for (Verdict verdict : verdicts) {
      result = result.or(verdict);
    }
    return result;
  }

  default Verdict and(Verdict that) {
    return worldByWorld(that, Verdict::both);
  }

  default Verdict or(Verdict that) {
    return worldByWorld(that, Verdict::either);
  }

  default Verdict not() {
    return each(verdict ->
        switch (verdict) {
          case Yes(var because) -> new No(because);
          case No(var because) -> new Yes(because);
          case Undecided u -> u;
          case When w -> throw new IllegalStateException("nested worlds " + w);
        });
  }

  /// The same answer, whose evidence says `fact` where it is so.
  default Verdict saying(String fact) {
    return each(v ->
        v instanceof Yes(var because)
            ? new Yes(because.stream().map(e -> e.saying(fact)).toList())
            : v);
  }

  /// The same answer, resting on `evidence` alone, in front of what it rests on now.
  default Verdict showing(Evidence evidence) {
    return each(v ->
        switch (v) {
          case Yes(var because) -> new Yes(prepend(evidence, because));
          case No(var because) -> new No(prepend(evidence, because));
          case Undecided u -> u;
          case When w -> throw new IllegalStateException("nested worlds " + w);
        });
  }

  /// The answer in each world: itself in [World#ANY] unless it is a [When].
  default SequencedMap<World, Verdict> worlds() {
    if (this instanceof When(var cases)) {
      return cases;
    }
    var one = new LinkedHashMap<World, Verdict>();
    one.put(World.ANY, this);
    return one;
  }

  /// Without evidence: unknown when it differs between worlds.
  default Truth truth() {
    return switch (this) {
      case Yes _ -> Truth.TRUE;
      case No _ -> Truth.FALSE;
      case Undecided _, When _ -> Truth.UNKNOWN;
    };
  }

  /// Whether there is a world in which it is so.
  default boolean possible() {
    return worlds().values().stream().anyMatch(v -> v instanceof Yes);
  }

  /// What it rests on, or what is missing, over all worlds.
  default List<Evidence> evidence() {
    return switch (this) {
      case Yes(var because) -> because;
      case No(var because) -> because;
      case Undecided(var missing) -> missing;
      case When(var cases) ->
          cases.values().stream().flatMap(v -> v.evidence().stream()).distinct().toList();
    };
  }

  private Verdict each(UnaryOperator<Verdict> change) {
    if (!(this instanceof When(var cases))) {
      return change.apply(this);
    }
    var changed = new LinkedHashMap<World, Verdict>();
    cases.forEach((world, v) -> changed.put(world, change.apply(v)));
    return simplest(changed);
  }

  private Verdict worldByWorld(Verdict that, BiFunction<Verdict, Verdict, Verdict> combine) {
    if (!(this instanceof When) && !(that instanceof When)) {
      return combine.apply(this, that);
    }
    var product = new LinkedHashMap<World, Verdict>();
    worlds()
        .forEach((mine, a) ->
            that.worlds()
                .forEach((theirs, b) ->
                    mine.and(theirs).ifPresent(world -> product.put(world, combine.apply(a, b)))));
    return simplest(product);
  }

  private static Verdict simplest(SequencedMap<World, Verdict> cases) {
    if (cases.size() == 1) {
      return cases.firstEntry().getValue();
    }
    var kinds = cases.values().stream().map(Verdict::truth).distinct().toList();
    Function<SequencedMap<World, Verdict>, List<Evidence>> everything =
        map -> map.values().stream().flatMap(v -> v.evidence().stream()).distinct().toList();
    if (kinds.size() == 1) {
      return switch (kinds.getFirst()) {
        case TRUE -> new Yes(everything.apply(cases));
        case FALSE -> new No(everything.apply(cases));
        case UNKNOWN -> new Undecided(everything.apply(cases));
      };
    }
    return cases.size() > MOST_WORLDS ? new Undecided(everything.apply(cases)) : new When(cases);
  }

  private static Verdict both(Verdict a, Verdict b) {
    return switch (a.truth().and(b.truth())) {
      case TRUE -> new Yes(join(a, b));
      case FALSE -> a instanceof No ? a : b;
      case UNKNOWN -> new Undecided(missing(a, b));
    };
  }

  private static Verdict either(Verdict a, Verdict b) {
    return switch (a.truth().or(b.truth())) {
      case TRUE ->
          a instanceof Yes && b instanceof Yes ? new Yes(join(a, b)) : a instanceof Yes ? a : b;
      case FALSE -> new No(join(a, b));
      case UNKNOWN -> new Undecided(missing(a, b));
    };
  }

  private static List<Evidence> join(Verdict a, Verdict b) {
    var all = new LinkedHashSet<>(a.evidence());
    all.addAll(b.evidence());
    return List.copyOf(all);
  }

  private static List<Evidence> missing(Verdict a, Verdict b) {
    return a instanceof Undecided && b instanceof Undecided
        ? join(a, b)
        : a instanceof Undecided ? a.evidence() : b.evidence();
  }

  private static List<Evidence> prepend(Evidence first, List<Evidence> rest) {
    var all = new ArrayList<Evidence>();
    all.add(first);
    rest.stream().filter(e -> !e.equals(first)).forEach(all::add);
    return all;
  }
}
