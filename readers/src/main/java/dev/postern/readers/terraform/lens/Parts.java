package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.terraform.lens.Lens.Step;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Puts values together from parts.
final class Parts {
  private Parts() {}

  /// An element of a list, and the world in which it is there.
  record Element(World when, Value<Node> value) {}

  static Value<Node> known(Map<String, Value<Node>> entries, Origin origin) {
    return Value.known(Node.Fields.of(entries), origin);
  }

  static Value<Node> known(List<Value<Node>> items, Origin origin) {
    return Value.known(Node.Items.of(items), origin);
  }

  static Value<Node> text(String text, Origin origin) {
    return Value.known(Text.of(text, origin), origin);
  }

  /// The elements of a list in all worlds; those that may be there besides are one unknown element.
  static List<Element> elements(Value<Node> list) {
    var all = new ArrayList<Element>();
    for (Value.Case<Node> each : list.cases()) {
      switch (each.value()) {
        case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
          for (Value<Node> item : items) {
            for (Value.Case<Node> inner : item.under(origin).cases()) {
              if (!(inner.value() instanceof Value.Absent)) {
                each.when()
                    .and(inner.when())
                    .ifPresent(w -> all.add(new Element(w, inner.value())));
              }
            }
          }
          rest.ifPresent(why -> all.add(new Element(each.when(), Value.unknown(why, origin))));
        }
        case Value.Known<Node> one -> all.add(new Element(each.when(), one));
        case Value.Unknown<Node> one -> all.add(new Element(each.when(), one));
        case Value.Absent<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> {}
      }
    }
    return all;
  }

  /// `value` in these disjoint worlds, absent in all others.
  static Value<Node> within(List<World> when, Value<Node> value) {
    if (when.contains(World.ANY)) {
      return value;
    }
    var cases = new ArrayList<Value.Case<Node>>();
    when.forEach(w -> cases.add(new Value.Case<>(w, value)));
    World.outside(when).forEach(w -> cases.add(new Value.Case<>(w, Value.absent(value.origin()))));
    return Value.oneOf(cases, value.origin());
  }

  /// What `change` makes of the value in each world.
  static Value<Node> each(Value<Node> value, UnaryOperator<Value<Node>> change) {
    return value instanceof Value.OneOf<Node>(var cases, var origin)
        ? Value.oneOf(
            cases.stream().map(c -> new Value.Case<>(c.when(), change.apply(c.value()))).toList(),
            origin)
        : change.apply(value);
  }

  /// Adds `value` at `path`; false, changing nothing, when something else is there already.
  static boolean put(SequencedMap<String, Value<Node>> into, List<Step> path, Value<Node> value) {
    Step first = path.getFirst();
    Value<Node> wrapped = wrapped(path.subList(1, path.size()), first, value);
    Value<Node> before = into.get(first.name());
    Optional<Value<Node>> both = before == null ? Optional.of(wrapped) : join(before, wrapped);
    both.ifPresent(joined -> into.put(first.name(), joined));
    return both.isPresent();
  }

  private static Value<Node> wrapped(List<Step> rest, Step step, Value<Node> value) {
    Origin origin = value.origin();
    if (!step.list()) {
      return rest.isEmpty() ? value : object(rest, Map.of(), value);
    }
    if (!step.constants().isEmpty()) {
      return known(List.of(object(rest, step.constants(), value)), origin);
    }
    return each(
        value,
        list ->
            switch (list) {
              case Value.Known<Node>(Node.Items(var items, var more), _, var s) ->
                  new Value.Known<>(
                      new Node.Items(items.stream().map(i -> element(rest, i)).toList(), more),
                      origin,
                      s);
              case Value.Known<Node> one -> known(List.of(element(rest, one)), origin);
              case Value.Unknown<Node> _,
                  Value.Absent<Node> _,
                  Value.Default<Node> _,
                  Value.OneOf<Node> _ ->
                  list;
            });
  }

  private static Value<Node> element(List<Step> rest, Value<Node> item) {
    return rest.isEmpty()
        ? item
        : each(item, one -> one instanceof Value.Absent ? one : object(rest, Map.of(), one));
  }

  private static Value<Node> object(
      List<Step> rest, Map<String, String> constants, Value<Node> value) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    constants.forEach((key, text) -> fields.put(key, text(text, value.origin())));
    put(fields, rest, value);
    return known(fields, value.origin());
  }

  /// Two parts of one property: lists follow each other, objects are one.
  static Optional<Value<Node>> join(Value<Node> a, Value<Node> b) {
    if (a instanceof Value.Absent<Node>) {
      return Optional.of(b);
    }
    if (b instanceof Value.Absent<Node>) {
      return Optional.of(a);
    }
    if (!(a instanceof Value.Known<Node>(var left, var origin, var s))
        || !(b instanceof Value.Known<Node>(var right, _, var t))) {
      return listed(a, b);
    }
    if (left instanceof Node.Items(var first, var more)
        && right instanceof Node.Items(var second, var evenMore)) {
      var all = new ArrayList<>(first);
      all.addAll(second);
      return Optional.of(
          new Value.Known<>(new Node.Items(all, more.or(() -> evenMore)), origin, s.or(t)));
    }
    if (left instanceof Node.Fields(var first, var more)
        && right instanceof Node.Fields(var second, var evenMore)) {
      SequencedMap<String, Value<Node>> all = new LinkedHashMap<>(first);
      for (var entry : second.entrySet()) {
        Value<Node> before = all.get(entry.getKey());
        Optional<Value<Node>> both =
            before == null ? Optional.of(entry.getValue()) : join(before, entry.getValue());
        if (both.isEmpty()) {
          return Optional.empty();
        }
        all.put(entry.getKey(), both.get());
      }
      return Optional.of(
          new Value.Known<>(new Node.Fields(all, more.or(() -> evenMore)), origin, s.or(t)));
    }
    return Optional.empty();
  }

  /// A list and something that differs between worlds or is not known: world by world.
  private static Optional<Value<Node>> listed(Value<Node> a, Value<Node> b) {
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> left : a.cases()) {
      for (Value.Case<Node> right : b.cases()) {
        Optional<World> both = left.when().and(right.when());
        if (both.isPresent()) {
          Optional<Value<Node>> joined = single(left.value(), right.value());
          if (joined.isEmpty()) {
            return Optional.empty();
          }
          cases.add(new Value.Case<>(both.get(), joined.get()));
        }
      }
    }
    return Optional.of(Value.oneOf(cases, a.origin()));
  }

  private static Optional<Value<Node>> single(Value<Node> a, Value<Node> b) {
    if (a instanceof Value.Known<Node>(Node.Items(var items, _), var origin, var s)
        && b instanceof Value.Unknown<Node>(var reason, _, _)) {
      return Optional.of(new Value.Known<>(new Node.Items(items, Optional.of(reason)), origin, s));
    }
    if (b instanceof Value.Known<Node>(Node.Items _, _, _) && a instanceof Value.Unknown<Node>) {
      return single(b, a);
    }
    boolean open = a instanceof Value.Unknown<Node> || b instanceof Value.Unknown<Node>;
    return open ? Optional.empty() : join(a, b);
  }
}
