package dev.postern.model;

import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// A place in the properties of a resource, and what is known to stand there: the way rules and
/// views read the model.
///
/// Conversions follow CloudFormation and Terraform, which both take `"22"` for 22 and `"true"` for
/// true where a number or a boolean is expected, and one element for a list of one.
///
/// @param path dotted property names from the resource, `[]` for an element: `Rules[].Status`
/// @param value what stands there; [Value.Default] where nothing is written and AWS has a default
/// @param holder the nearest written place around it: where its absence is shown
public record Property(Resource resource, String path, Value<Node> value, Span holder) {

  /// The property `key` of this object.
  public Property at(String key) {
    String childPath = path.isEmpty() ? key : path + "." + key;
    boolean missing = value instanceof Value.Absent || value instanceof Value.Default;
    Span around = missing || path.isEmpty() ? holder : value.origin().place();
    Value<Node> child =
        each((node, origin) ->
            node instanceof Node.Fields fields
                ? fields.field(key, Origin.written(around))
                : Value.unknown(new Reason(Reason.Kind.INVALID, childPath), origin));
    return new Property(resource, childPath, defaulted(child, childPath, around), around);
  }

  private Value<Node> defaulted(Value<Node> child, String childPath, Span around) {
    return switch (child) {
      case Value.Absent<Node> _ ->
          AwsDefaults.of(resource, childPath, around)
              .orElseGet(() -> Value.absent(Origin.written(around)));
      case Value.OneOf<Node>(var cases, var origin) ->
          Value.oneOf(
              cases.stream()
                  .map(c -> new Value.Case<>(c.when(), defaulted(c.value(), childPath, around)))
                  .toList(),
              origin);
      case Value.Known<Node> _, Value.Default<Node> _, Value.Unknown<Node> _ -> child;
    };
  }

  /// What `next` makes of the node, world by world; absent, unknown, default and secret stay so.
  private <T> Value<T> each(BiFunction<Node, Origin, Value<T>> next) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, var sensitivity) -> {
        Value<T> result = next.apply(node, origin);
        yield sensitivity == Sensitivity.SECRET ? result.secret() : result;
      }
      case Value.Default<Node>(var node, var origin) -> {
        Value<T> result = next.apply(node, origin);
        yield result instanceof Value.Known<T>(var known, _, _)
            ? new Value.Default<>(known, origin)
            : result;
      }
      case Value.Absent<Node>(var origin) -> Value.absent(origin);
      case Value.Unknown<Node>(var reason, var origin, var s) ->
          new Value.Unknown<>(reason, origin, s);
      case Value.OneOf<Node>(var cases, var origin) ->
          Value.oneOf(
              cases.stream()
                  .map(c -> new Value.Case<>(c.when(), with(c.value()).each(next)))
                  .toList(),
              origin);
    };
  }

  private Property with(Value<Node> other) {
    return new Property(resource, path, other, holder);
  }

  /// The value as a string.
  public Value<Text> text() {
    return each(this::textOf);
  }

  private Value<Text> textOf(Node node, Origin origin) {
    return switch (node) {
      case Text text -> Value.known(text, origin);
      case Node.Num num -> Value.known(Text.of(num.toString(), origin), origin);
      case Node.Bool bool -> Value.known(Text.of(bool.toString(), origin), origin);
      case Node.Items(var one, var rest) ->
          one.size() == 1 && rest.isEmpty() ? with(one.getFirst()).text() : broken(origin);
      case Node.Fields _ -> broken(origin);
    };
  }

  /// The value as a boolean.
  public Value<Boolean> bool() {
    return each((node, origin) ->
        switch (node) {
          case Node.Bool(var known) -> Value.known(known, origin);
          case Text text -> parsed(text, origin, Scalars::bool);
          case Node.Num num -> parsed(Text.of(num.toString(), origin), origin, Scalars::bool);
          case Node.Items _, Node.Fields _ -> broken(origin);
        });
  }

  /// The value as a number.
  public Value<BigDecimal> number() {
    return each((node, origin) ->
        switch (node) {
          case Node.Num(var known) -> Value.known(known, origin);
          case Text text -> parsed(text, origin, Scalars::number);
          case Node.Bool _, Node.Items _, Node.Fields _ -> broken(origin);
        });
  }

  private <T> Value<T> parsed(Text text, Origin origin, Function<String, Optional<T>> parse) {
    return text.literal()
        .map(known -> parse.apply(known).map(v -> Value.known(v, origin)).orElse(broken(origin)))
        .orElseGet(() -> Value.unknown(text.unknown().orElseThrow(), origin));
  }

  private <T> Value<T> broken(Origin origin) {
    return Value.unknown(new Reason(Reason.Kind.INVALID, path), origin);
  }

  /// Whether it is this boolean.
  public Verdict is(boolean expected) {
    return bool().is(known -> known == expected);
  }

  /// Whether it is this string.
  public Verdict is(String expected) {
    return text().decide(known -> known.isString(expected));
  }

  /// Whether it is one of these strings, ignoring case.
  public Verdict isOneOf(String... expected) {
    return text().decide(known -> known.isOneOfIgnoringCase(expected));
  }

  /// Whether it is a number that passes `test`.
  public Verdict isNumber(Predicate<BigDecimal> test) {
    return number().is(test);
  }

  /// Whether the user wrote it; an empty list, map or string counts as not written.
  public Verdict isWritten() {
    return value.isWritten().and(isEmpty().not());
  }

  /// Whether nothing is in it: absent, or an empty list, map or string.
  public Verdict isEmpty() {
    return value
        .decide(node ->
            switch (node) {
              case Text text -> text.literal().map(t -> Truth.of(t.isEmpty())).orElse(Truth.FALSE);
              case Node.Num _, Node.Bool _ -> Truth.FALSE;
              case Node.Items(var values, var rest) -> emptiness(values.isEmpty(), rest);
              case Node.Fields(var entries, var rest) -> emptiness(entries.isEmpty(), rest);
            })
        .or(isAbsent());
  }

  private Verdict isAbsent() {
    var cases = new LinkedHashMap<World, Verdict>();
    for (Value.Case<Node> c : value.cases()) {
      boolean absent = c.value() instanceof Value.Absent;
      cases.put(
          c.when(), Verdict.of(absent, new Evidence(c.value().origin(), absent ? "not set" : "")));
    }
    return Verdict.when(cases);
  }

  private static Truth emptiness(boolean noneKnown, Optional<Reason> rest) {
    return noneKnown && rest.isPresent() ? Truth.UNKNOWN : Truth.of(noneKnown);
  }

  /// An element of a list, and the world in which it is there.
  public record Element(World when, Property property) {}

  /// The elements of the list, in order, in all worlds; a value that is no list is its only
  /// element. Elements that may be there and are not known are one more, which is unknown.
  public List<Element> elements() {
    var all = new ArrayList<Element>();
    for (Value.Case<Node> list : value.cases()) {
      var items = new ArrayList<>(items(list.value()));
      why(list.value())
          .ifPresent(reason -> items.add(Value.unknown(reason, list.value().origin())));
      for (Value<Node> item : items) {
        for (Value.Case<Node> inner : item.under(list.value().origin()).cases()) {
          list.when()
              .and(inner.when())
              .filter(_ -> !(inner.value() instanceof Value.Absent))
              .ifPresent(w -> all.add(new Element(w, element(inner.value()))));
        }
      }
    }
    return all;
  }

  /// Whether `question` holds for any element. Elements that may be there and are not known leave
  /// it open.
  public Verdict any(Function<Property, Verdict> question) {
    var cases = new LinkedHashMap<World, Verdict>();
    for (Value.Case<Node> list : value.cases()) {
      Verdict known =
          Verdict.any(
              items(list.value()).stream()
                  .filter(item -> !(item instanceof Value.Absent))
                  .map(item -> question.apply(element(item.under(list.value().origin()))))
                  .toList());
      cases.put(list.when(), unknownRest(list.value()).map(known::or).orElse(known));
    }
    return Verdict.when(cases);
  }

  /// Whether `question` holds for every element: yes when there are none.
  public Verdict every(Function<Property, Verdict> question) {
    return any(element -> question.apply(element).not()).not();
  }

  /// Undecided, when there may be elements or keys that are not known.
  public Optional<Verdict> unknownRest() {
    return value.cases().stream().flatMap(c -> unknownRest(c.value()).stream()).findFirst();
  }

  private static Optional<Verdict> unknownRest(Value<Node> list) {
    return why(list)
        .map(reason -> Verdict.undecided(new Evidence(list.origin(), reason.toString())));
  }

  /// Why there may be elements or keys that are not known.
  private static Optional<Reason> why(Value<Node> list) {
    return switch (list) {
      case Value.Unknown<Node>(var why, _, _) -> Optional.of(why);
      case Value.Known<Node>(Node.Items(_, var rest), _, _) -> rest;
      case Value.Known<Node>(Node.Fields(_, var rest), _, _) -> rest;
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ ->
          Optional.empty();
    };
  }

  private static List<Value<Node>> items(Value<Node> list) {
    return switch (list) {
      case Value.Known<Node>(Node.Items(var values, _), _, _) -> values;
      case Value.Default<Node>(Node.Items(var values, _), _) -> values;
      case Value.Known<Node> one -> List.of(one);
      case Value.Default<Node> one -> List.of(one);
      case Value.Absent<Node> _, Value.Unknown<Node> _, Value.OneOf<Node> _ -> List.of();
    };
  }

  private Property element(Value<Node> item) {
    return new Property(resource, path + "[]", item, item.origin().place());
  }

  /// The known entries of the map, in order, in all worlds.
  public List<Entry> entries() {
    var all = new ArrayList<Entry>();
    for (Value.Case<Node> map : value.cases()) {
      if (map.value() instanceof Value.Known<Node>(Node.Fields(var entries, _), _, _)) {
        entries.forEach((key, item) -> all.add(entry(map, key, item)));
      }
    }
    return all;
  }

  private Entry entry(Value.Case<Node> map, String key, Value<Node> item) {
    Value<Node> here = item.under(map.value().origin());
    return new Entry(
        map.when(), key, new Property(resource, path + "." + key, here, here.origin().place()));
  }

  /// An entry of a map, and the world in which it is there.
  public record Entry(World when, String key, Property property) {}
}
