package dev.postern.policy;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A set of the actions that AWS publishes: all of them, none, or some of each service.
///
/// Each service is taken whole, not at all, or by the positions of its actions in
/// [Actions.Service#actions()]; services that are not mentioned share one answer. So `*` is a
/// single bit, union, intersection and difference read no service, and a pattern reads only the
/// services that it takes in part.
public final class ActionSet implements Iterable<Actions.Action> {

  /// How much of one service belongs to the set.
  private sealed interface Part {
    enum Uniform implements Part {
      NONE,
      ALL
    }

    /// INVARIANT: neither none nor all, and never changed after construction.
    record Some(BitSet positions) implements Part {}
  }

  private final Actions actions;
  private final Part.Uniform rest;
  private final SortedMap<String, Part> parts;

  /// INVARIANT: no part equals `rest`.
  private ActionSet(Actions actions, Part.Uniform rest, SortedMap<String, Part> parts) {
    this.actions = actions;
    this.rest = rest;
    this.parts = parts;
  }

  public static ActionSet none(Actions actions) {
    return new ActionSet(actions, Part.Uniform.NONE, new TreeMap<>());
  }

  public static ActionSet all(Actions actions) {
    return new ActionSet(actions, Part.Uniform.ALL, new TreeMap<>());
  }

  /// The known actions that an `Action` element with this one pattern names: `*`, `s3:Get*`,
  /// `iam:Pass?ole`, in any case. A pattern without a colon that is more than stars names none.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
  public static ActionSet matching(Actions actions, String pattern) {
    if (Globs.isStars(pattern)) {
      return all(actions);
    }
    int colon = pattern.indexOf(':');
    if (colon < 0) {
      return none(actions);
    }
    String prefix = pattern.substring(0, colon).toLowerCase(Locale.ROOT);
    String name = pattern.substring(colon + 1).toLowerCase(Locale.ROOT);
    var parts = new TreeMap<String, Part>();
    for (String service : prefixes(actions, prefix)) {
      Part part = part(actions, service, name);
      if (part != Part.Uniform.NONE) {
        parts.put(service, part);
      }
    }
    return new ActionSet(actions, Part.Uniform.NONE, parts);
  }

  /// Those of one service, by its prefix; it is not read.
  public ActionSet within(String prefix) {
    var part = new TreeMap<String, Part>();
    if (of(prefix) != Part.Uniform.NONE && actions.count(prefix) > 0) {
      part.put(prefix, of(prefix));
    }
    return new ActionSet(actions, Part.Uniform.NONE, part);
  }

  /// Those that pass `test`; every service of the set is read.
  public ActionSet where(Predicate<Actions.Action> test) {
    var left = new TreeMap<String, Part>();
    for (String prefix : services()) {
      var positions = new BitSet();
      List<Actions.Action> known =
          actions.service(prefix).map(Actions.Service::actions).orElse(List.of());
      BitSet mine = positions(of(prefix), known.size());
      for (int i = 0; i < known.size(); i++) {
        positions.set(i, mine.get(i) && test.test(known.get(i)));
      }
      left.put(prefix, normal(positions, known.size()));
    }
    left.values().removeIf(Part.Uniform.NONE::equals);
    return new ActionSet(actions, Part.Uniform.NONE, left);
  }

  private static List<String> prefixes(Actions actions, String glob) {
    if (Globs.isLiteral(glob)) {
      return actions.count(glob) > 0 ? List.of(glob) : List.of();
    }
    return actions.prefixes().stream().filter(prefix -> Globs.covers(glob, prefix)).toList();
  }

  private static Part part(Actions actions, String prefix, String glob) {
    if (Globs.isStars(glob)) {
      return Part.Uniform.ALL;
    }
    Optional<Actions.Service> service = actions.service(prefix);
    return service.isEmpty()
        ? Part.Uniform.NONE
        : normal(positions(service.get(), glob), actions.count(prefix));
  }

  private static BitSet positions(Actions.Service service, String glob) {
    var positions = new BitSet();
    String start = Globs.literalPrefix(glob);
    int from = service.indexOf(start);
    for (int i = from < 0 ? -from - 1 : from; i < service.actions().size(); i++) {
      String name = service.actions().get(i).name().toLowerCase(Locale.ROOT);
      if (!name.startsWith(start)) {
        break;
      }
      positions.set(i, Globs.covers(glob, name));
    }
    return positions;
  }

  private static Part normal(BitSet positions, int count) {
    int size = positions.cardinality();
    return size == 0
        ? Part.Uniform.NONE
        : size == count ? Part.Uniform.ALL : new Part.Some(positions);
  }

  public ActionSet union(ActionSet that) {
    return combine(Operation.UNION, that);
  }

  public ActionSet intersection(ActionSet that) {
    return combine(Operation.INTERSECTION, that);
  }

  /// The actions that are here and not in `that`.
  public ActionSet minus(ActionSet that) {
    return combine(Operation.MINUS, that);
  }

  private ActionSet combine(Operation operation, ActionSet that) {
    if (!actions.equals(that.actions)) {
      throw new IllegalArgumentException("two sets over different tables of actions");
    }
    if (that.isNothing()) {
      return operation == Operation.INTERSECTION ? that : this;
    }
    if (isNothing()) {
      return operation == Operation.UNION ? that : this;
    }
    Part.Uniform others = uniform(operation.on(has(rest), has(that.rest)));
    var combined = new TreeMap<String, Part>();
    var mentioned = new TreeSet<>(parts.keySet());
    mentioned.addAll(that.parts.keySet());
    for (String prefix : mentioned) {
      Part part = combine(operation, of(prefix), that.of(prefix), actions.count(prefix));
      if (part != others) {
        combined.put(prefix, part);
      }
    }
    return new ActionSet(actions, others, combined);
  }

  private static Part combine(Operation operation, Part a, Part b, int count) {
    if (a instanceof Part.Uniform x && b instanceof Part.Uniform y) {
      return uniform(operation.on(has(x), has(y)));
    }
    BitSet positions = positions(a, count);
    operation.on(positions, positions(b, count));
    return normal(positions, count);
  }

  private static BitSet positions(Part part, int count) {
    var positions = new BitSet(count);
    switch (part) {
      case Part.Uniform u -> positions.set(0, count, has(u));
      case Part.Some(var some) -> positions.or(some);
    }
    return positions;
  }

  private static Part.Uniform uniform(boolean has) {
    return has ? Part.Uniform.ALL : Part.Uniform.NONE;
  }

  private static boolean has(Part.Uniform part) {
    return part == Part.Uniform.ALL;
  }

  private Part of(String prefix) {
    return parts.getOrDefault(prefix, rest);
  }

  private int size(String prefix, Part part) {
    return switch (part) {
      case Part.Uniform u -> has(u) ? actions.count(prefix) : 0;
      case Part.Some(var positions) -> positions.cardinality();
    };
  }

  /// The number of actions.
  public int size() {
    int size = has(rest) ? actions.size() : 0;
    for (Map.Entry<String, Part> entry : parts.entrySet()) {
      size += size(entry.getKey(), entry.getValue()) - size(entry.getKey(), rest);
    }
    return size;
  }

  public boolean isEmpty() {
    return isNothing() || size() == 0;
  }

  private boolean isNothing() {
    return rest == Part.Uniform.NONE && parts.isEmpty();
  }

  /// Whether the set has a known action, by its full name in any case; false for unknown actions.
  public boolean contains(String action) {
    int colon = action.indexOf(':');
    if (colon < 0) {
      return false;
    }
    String prefix = action.substring(0, colon).toLowerCase(Locale.ROOT);
    Part part = of(prefix);
    if (part == Part.Uniform.NONE) {
      return false;
    }
    int at = actions.service(prefix).map(s -> s.indexOf(action.substring(colon + 1))).orElse(-1);
    return at >= 0 && (!(part instanceof Part.Some(var positions)) || positions.get(at));
  }

  public boolean containsAll(ActionSet that) {
    return that.minus(this).isEmpty();
  }

  /// The prefixes of the services of which the set has an action, sorted.
  public List<String> services() {
    return has(rest)
        ? actions.prefixes().stream().filter(p -> of(p) != Part.Uniform.NONE).toList()
        : List.copyOf(parts.keySet());
  }

  /// The actions, sorted by service, then by name. A service is read when its turn comes.
  public Stream<Actions.Action> stream() {
    return services().stream()
        .flatMap(prefix -> actions.service(prefix).stream().flatMap(this::of));
  }

  private Stream<Actions.Action> of(Actions.Service service) {
    return switch (of(service.prefix())) {
      case Part.Uniform u -> has(u) ? service.actions().stream() : Stream.empty();
      case Part.Some(var positions) -> positions.stream().mapToObj(service.actions()::get);
    };
  }

  @Override
  public Iterator<Actions.Action> iterator() {
    return stream().iterator();
  }

  /// Whether both have the same actions.
  @Override
  public boolean equals(Object other) {
    return other instanceof ActionSet that
        && actions.equals(that.actions)
        && size() == that.size()
        && containsAll(that);
  }

  @Override
  public int hashCode() {
    return size();
  }

  /// The number of actions and the first few of them.
  @Override
  public String toString() {
    int size = size();
    List<String> first = stream().limit(3).map(Actions.Action::toString).toList();
    return size + " actions " + first + (size > 3 ? "..." : "");
  }
}
