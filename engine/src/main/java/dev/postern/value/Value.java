package dev.postern.value;

import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A property as far as it is known.
public sealed interface Value<T> {

  /// Written, or computed from what is written.
  record Known<T>(T value, Origin origin, Sensitivity sensitivity) implements Value<T> {
    @Override
    public String toString() {
      return sensitivity == Sensitivity.SECRET ? "(secret)" : String.valueOf(value);
    }
  }

  /// Not written: what AWS does then. Its origin is an [Origin.AwsDefault].
  record Default<T>(T value, Origin origin) implements Value<T> {}

  /// Not written (also null and `AWS::NoValue`), and AWS sets nothing.
  record Absent<T>(Origin origin) implements Value<T> {}

  /// One of these, by world. INVARIANT: the worlds are disjoint and no case is itself a `OneOf`.
  record OneOf<T>(List<Case<T>> cases, Origin origin) implements Value<T> {}

  /// Not known.
  record Unknown<T>(Reason reason, Origin origin, Sensitivity sensitivity) implements Value<T> {}

  /// A value that may itself be known in part.
  interface Partial {
    /// Why it is not wholly known; empty when it is.
    Optional<Reason> unknown();
  }

  /// What the value is in a world.
  record Case<T>(World when, Value<T> value) {}

  Origin origin();

  static <T> Value<T> known(T value, Origin origin) {
    return new Known<>(value, origin, Sensitivity.PLAIN);
  }

  static <T> Value<T> unknown(Reason reason, Origin origin) {
    return new Unknown<>(reason, origin, Sensitivity.PLAIN);
  }

  static <T> Value<T> absent(Origin origin) {
    return new Absent<>(origin);
  }

  /// The value by world: nested worlds are joined, contradictory ones dropped, a single one
  /// unwrapped.
  static <T> Value<T> oneOf(List<Case<T>> cases, Origin origin) {
    var flat = new ArrayList<Case<T>>();
    for (Case<T> each : cases) {
      for (Case<T> inner : each.value().cases()) {
        each.when().and(inner.when()).ifPresent(w -> flat.add(new Case<>(w, inner.value())));
      }
    }
    return flat.size() == 1 ? flat.getFirst().value() : new OneOf<>(List.copyOf(flat), origin);
  }

  /// What it is in each world: itself in [World#ANY] unless it is a [OneOf].
  default List<Case<T>> cases() {
    return this instanceof OneOf<T>(var cases, _) ? cases : List.of(new Case<>(World.ANY, this));
  }

  /// The value, when there is exactly one and it is known or AWS's default.
  default Optional<T> sole() {
    return switch (this) {
      case Known<T>(var value, _, _) -> Optional.of(value);
      case Default<T>(var value, _) -> Optional.of(value);
      case Absent<T> _, OneOf<T> _, Unknown<T> _ -> Optional.empty();
    };
  }

  default Sensitivity sensitivity() {
    return switch (this) {
      case Known<T>(_, _, var sensitivity) -> sensitivity;
      case Unknown<T>(_, _, var sensitivity) -> sensitivity;
      case Default<T> _, Absent<T> _ -> Sensitivity.PLAIN;
      case OneOf<T>(var cases, _) ->
          cases.stream()
              .map(c -> c.value().sensitivity())
              .reduce(Sensitivity.PLAIN, Sensitivity::or);
    };
  }

  /// The value that follows from this one, with the same origin.
  default <U> Value<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Known<T>(var value, var origin, var s) -> new Known<>(change.apply(value), origin, s);
      case Default<T>(var value, var origin) -> new Default<>(change.apply(value), origin);
      case Absent<T>(var origin) -> new Absent<>(origin);
      case Unknown<T>(var reason, var origin, var s) -> new Unknown<>(reason, origin, s);
      case OneOf<T>(var cases, var origin) ->
          new OneOf<>(
              cases.stream().map(c -> new Case<U>(c.when(), c.value().map(change))).toList(),
              origin);
    };
  }

  /// The value that `next` finds in this one: absent in absent, unknown in unknown, world by world.
  default <U> Value<U> flatMap(Function<? super T, Value<U>> next) {
    return switch (this) {
      case Known<T>(var value, _, var s) ->
          s == Sensitivity.SECRET ? next.apply(value).secret() : next.apply(value);
      case Default<T>(var value, _) -> next.apply(value);
      case Absent<T>(var origin) -> new Absent<>(origin);
      case Unknown<T>(var reason, var origin, var s) -> new Unknown<>(reason, origin, s);
      case OneOf<T>(var cases, var origin) ->
          oneOf(
              cases.stream().map(c -> new Case<U>(c.when(), c.value().flatMap(next))).toList(),
              origin);
    };
  }

  /// The same value, never to be shown.
  default Value<T> secret() {
    return switch (this) {
      case Known<T>(var value, var origin, _) -> new Known<>(value, origin, Sensitivity.SECRET);
      case Unknown<T>(var reason, var origin, _) ->
          new Unknown<>(reason, origin, Sensitivity.SECRET);
      case Default<T> _, Absent<T> _ -> this;
      case OneOf<T>(var cases, var origin) ->
          new OneOf<>(
              cases.stream().map(c -> new Case<>(c.when(), c.value().secret())).toList(), origin);
    };
  }

  /// The same value seen from where it is used under a name; cases and elements keep their own
  /// origins.
  default Value<T> through(Span use, String name) {
    return switch (this) {
      case Known<T>(var value, var origin, var s) ->
          new Known<>(value, new Origin.Through(use, name, origin), s);
      case Unknown<T>(var reason, var origin, var s) ->
          new Unknown<>(reason, new Origin.Through(use, name, origin), s);
      case Default<T>(var value, var origin) ->
          new Default<>(value, new Origin.Through(use, name, origin));
      case Absent<T>(var origin) -> new Absent<>(new Origin.Through(use, name, origin));
      case OneOf<T>(var cases, var origin) ->
          new OneOf<>(
              cases.stream().map(c -> new Case<>(c.when(), c.value().through(use, name))).toList(),
              new Origin.Through(use, name, origin));
    };
  }

  /// The same value as a part of one that comes from `whole`: the uses that led there lead here
  /// too.
  default Value<T> under(Origin whole) {
    return whole instanceof Origin.Through(var use, var name, var from)
        ? under(from).through(use, name)
        : this;
  }

  /// Whether there is a value and it passes `test`. Absent: no.
  default Verdict is(Predicate<? super T> test) {
    return decide(value -> Truth.of(test.test(value)));
  }

  /// Whether there is a value and `question` answers true for it. Absent: no.
  default Verdict decide(Function<? super T, Truth> question) {
    return switch (this) {
      case Known<T>(var value, var origin, _) -> {
        Truth truth = question.apply(value);
        Optional<Reason> open =
            truth == Truth.UNKNOWN && value instanceof Partial partial
                ? partial.unknown()
                : Optional.empty();
        yield Verdict.of(truth, new Evidence(origin, open.map(Reason::toString).orElse("")));
      }
      case Default<T>(var value, var origin) ->
          Verdict.of(
              question.apply(value), new Evidence(origin, "not set; AWS takes `" + value + "`"));
      case Absent<T>(var origin) -> Verdict.no(new Evidence(origin, "not set"));
      case Unknown<T>(var reason, var origin, _) ->
          Verdict.undecided(new Evidence(origin, reason.toString()));
      case OneOf<T>(var cases, _) -> {
        var answers = new LinkedHashMap<World, Verdict>();
        cases.forEach(c -> answers.put(c.when(), c.value().decide(question)));
        yield Verdict.when(answers);
      }
    };
  }

  /// Whether the user wrote it: AWS's defaults do not count.
  default Verdict isWritten() {
    return switch (this) {
      case Known<T>(_, var origin, _) -> Verdict.yes(new Evidence(origin, ""));
      // INVARIANT: a property set to something unknown is set
      case Unknown<T>(_, var origin, _) -> Verdict.yes(new Evidence(origin, ""));
      case Default<T>(_, var origin) -> Verdict.no(new Evidence(origin, "not set"));
      case Absent<T>(var origin) -> Verdict.no(new Evidence(origin, "not set"));
      case OneOf<T>(var cases, _) -> {
        var answers = new LinkedHashMap<World, Verdict>();
        cases.forEach(c -> answers.put(c.when(), c.value().isWritten()));
        yield Verdict.when(answers);
      }
    };
  }
}
