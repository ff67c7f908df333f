package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.text.Span;
import dev.postern.value.Combinations;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The `if` of a `for` expression where it is not known: the collection in each world. Where there
/// are too many worlds, an element whose condition is open is there in its own worlds and absent in
/// the others, and the collection has a rest, since its length is not known.
final class Filter {
  static final Value<Node> ALWAYS = Value.known(new Node.Bool(true), Nodes.NOWHERE);

  private Filter() {}

  /// What becomes of an element.
  enum Choice {
    KEPT,
    DROPPED,
    OPEN
  }

  static Value<Node> byWorld(
      List<Value<Node>> kept, Span at, Function<List<Choice>, Value<Node>> result) {
    for (Value<Node> condition : kept) {
      if (Nodes.isError(condition) || condition instanceof Value.Absent) {
        return Value.unknown(Nodes.whyUnknown(condition, "condition"), Origin.written(at));
      }
    }
    var open = new ArrayList<Value<Node>>();
    for (Value<Node> condition : kept) {
      if (condition.sole().isEmpty()) {
        open.add(Value.oneOf(Guesses.split(condition), condition.origin()));
      }
    }
    if (open.isEmpty()) {
      return result.apply(kept.stream().map(Filter::known).toList());
    }
    return Combinations.of(open, Bounds.WORLDS)
        .map(worlds ->
            Value.oneOf(
                worlds.stream()
                    .map(w -> new Value.Case<>(w.when(), result.apply(chosen(kept, w.values()))))
                    .toList(),
                Origin.written(at)))
        .orElseGet(() -> result.apply(kept.stream().map(Filter::known).toList()));
  }

  private static List<Choice> chosen(List<Value<Node>> kept, List<Value<Node>> world) {
    var all = new ArrayList<Choice>();
    int next = 0;
    for (Value<Node> condition : kept) {
      all.add(known(condition.sole().isPresent() ? condition : world.get(next++)));
    }
    return all;
  }

  private static Choice known(Value<Node> condition) {
    return condition
        .sole()
        .map(node -> node.equals(new Node.Bool(true)) ? Choice.KEPT : Choice.DROPPED)
        .orElse(Choice.OPEN);
  }

  /// The element in the worlds in which its condition holds.
  static Value<Node> perhaps(Value<Node> condition, Value<Node> element) {
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> each : Guesses.split(condition)) {
      boolean yes = each.value().sole().filter(new Node.Bool(true)::equals).isPresent();
      cases.add(new Value.Case<>(each.when(), yes ? element : Value.absent(element.origin())));
    }
    return Value.oneOf(cases, element.origin());
  }

  /// The element in one world, absent in the others.
  static Value<Node> within(World when, Value<Node> element) {
    if (when.facts().isEmpty()) {
      return element;
    }
    var cases = new ArrayList<Value.Case<Node>>();
    cases.add(new Value.Case<>(when, element));
    World.outside(List.of(when))
        .forEach(w -> cases.add(new Value.Case<>(w, Value.absent(element.origin()))));
    return Value.oneOf(cases, element.origin());
  }

  /// Why the length of the result is not known.
  static Optional<Reason> rest(
      Optional<Reason> before, List<Choice> chosen, List<Value<Node>> kept) {
    int open = chosen.indexOf(Choice.OPEN);
    return before.isPresent() || open < 0
        ? before
        : Optional.of(Nodes.whyUnknown(kept.get(open), "condition"));
  }
}
