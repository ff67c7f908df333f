package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ELEMENTS;
import static dev.postern.readers.terraform.Parameter.LIST;
import static dev.postern.readers.terraform.Parameter.NUMBER;
import static dev.postern.readers.terraform.Parameter.STRINGS;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Combinations;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Functions that make lists of lists (Terraform language, "Collection Functions").
///
/// A list with a rest holds the elements that are surely in it; where they stand is not known.
final class ListFunctions {
  private static final int WORLDS = 64;
  private static final int NESTING = 200;

  private ListFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("concat", Function.repeating(ListFunctions::concat, LIST));
    to.put("flatten", Function.of(ListFunctions::flatten, LIST));
    to.put("compact", Function.of(ListFunctions::compact, STRINGS));
    to.put("distinct", Function.of(ListFunctions::distinct, ELEMENTS));
    to.put("reverse", Function.of(ListFunctions::reverse, LIST));
    to.put("sort", Function.of(ListFunctions::sort, STRINGS));
    to.put("slice", Function.of(ListFunctions::slice, LIST, NUMBER, NUMBER));
    to.put("chunklist", Function.of(ListFunctions::chunks, ELEMENTS, NUMBER));
  }

  /// Lists of types that have one in common give a list, everything else a tuple.
  private static Value<Node> concat(Arguments a) {
    var all = new ArrayList<Value<Node>>();
    var types = new ArrayList<Type>();
    Optional<Reason> rest = Optional.empty();
    for (int i = 0; i < a.size(); i++) {
      if (a.isSet(i)) {
        return a.invalid();
      }
      all.addAll(a.elements(i));
      types.add(a.type(i));
      rest = rest.or(restOf(a, i));
      if (all.size() > Bounds.ELEMENTS) {
        return a.tooLarge();
      }
    }
    if (a.size() == 0) {
      return a.invalid();
    }
    boolean lists = types.stream().allMatch(t -> t.is(Type.Kind.LIST));
    Optional<Type> common = lists ? Unification.of(types) : Optional.empty();
    if (common.isPresent() && common.get() instanceof Type.Collection(_, var element)) {
      var conversion = new Conversion(a.typing());
      all.replaceAll(v -> conversion.convert(v, element));
      return a.list(element, all, rest);
    }
    return a.tuple(all, rest);
  }

  private static Supplier<Optional<Reason>> restOf(Arguments a, int i) {
    return () -> a.rest(i);
  }

  private static Value<Node> flatten(Arguments a) {
    var all = new ArrayList<Value<Node>>();
    Optional<Reason> rest = into(a.value(0), all, 0, a.typing());
    if (all.size() > Bounds.ELEMENTS) {
      return a.tooLarge();
    }
    if (rest.filter(why -> why.kind() == Reason.Kind.INVALID).isPresent()) {
      return a.invalid();
    }
    if (all.stream().noneMatch(ListFunctions::mayBeList)) {
      return a.tuple(all, rest);
    }
    return Combinations.of(all, WORLDS)
        .map(worlds ->
            Value.oneOf(
                worlds.stream()
                    .map(w -> new Value.Case<>(w.when(), flat(a, w.values(), rest)))
                    .toList(),
                a.here()))
        .orElseGet(() -> parted(a, all, rest));
  }

  private static Value<Node> flat(Arguments a, List<Value<Node>> values, Optional<Reason> rest) {
    Value<Node> list = a.known(new Node.Items(values, rest));
    return flatten(a.with(0, list));
  }

  /// Too many worlds: the elements that are there in all of them, and a rest.
  private static Value<Node> parted(Arguments a, List<Value<Node>> all, Optional<Reason> rest) {
    return a.tuple(
        all.stream().filter(v -> !mayBeList(v)).toList(),
        rest.or(() -> Optional.of(new Reason(Reason.Kind.BOUND, Evaluator.source(a.call())))));
  }

  private static boolean mayBeList(Value<Node> value) {
    return value instanceof Value.OneOf<Node>(var cases, _)
        && cases.stream().anyMatch(c -> !(c.value().sole().orElse(null) instanceof Text));
  }

  /// Adds the elements of a nested list; gives why there may be more.
  private static Optional<Reason> into(
      Value<Node> value, List<Value<Node>> all, int depth, Typing typing) {
    if (all.size() > Bounds.ELEMENTS) {
      return Optional.empty();
    }
    return switch (value) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        if (depth > NESTING) {
          yield Optional.of(new Reason(Reason.Kind.BOUND, "nesting"));
        }
        Optional<Reason> more = rest;
        for (Value<Node> item : items) {
          Optional<Reason> inner = into(item.under(origin), all, depth + 1, typing);
          more = more.isPresent() ? more : inner;
        }
        yield more;
      }
      case Value.Unknown<Node>(var why, _, _) -> {
        boolean scalar = typing.of(value).isPrimitive();
        if (scalar) {
          all.add(value);
        }
        yield scalar ? Optional.empty() : Optional.of(why);
      }
      case Value.Known<Node> _,
          Value.Default<Node> _,
          Value.Absent<Node> _,
          Value.OneOf<Node> _ -> {
        all.add(value);
        yield Optional.empty();
      }
    };
  }

  private static Value<Node> compact(Arguments a) {
    var kept = new ArrayList<Value<Node>>();
    Optional<Reason> rest = a.rest(0);
    for (Value<Node> element : a.elements(0)) {
      switch (isEmpty(element)) {
        case FALSE -> kept.add(element);
        case UNKNOWN -> rest = rest.or(() -> Nodes.unknown(element));
        case TRUE -> {}
      }
    }
    return a.list(Type.Simple.STRING, kept, rest);
  }

  /// Whether it is null or the empty string; what a resource gives is neither.
  static Truth isEmpty(Value<Node> value) {
    return switch (value) {
      case Value.Absent<Node> _ -> Truth.TRUE;
      case Value.Known<Node>(Text text, _, _) -> {
        boolean something = text.parts().stream().anyMatch(p -> !(p instanceof Text.Part.Hole));
        yield text.parts().isEmpty() ? Truth.TRUE : something ? Truth.FALSE : Truth.UNKNOWN;
      }
      case Value.Known<Node> _, Value.Default<Node> _ -> Truth.FALSE;
      case Value.Unknown<Node> _, Value.OneOf<Node> _ -> Truth.UNKNOWN;
    };
  }

  private static Value<Node> distinct(Arguments a) {
    return a.like(0, new Sets(a.typing()).distinct(a.elements(0)), a.rest(0));
  }

  private static Value<Node> reverse(Arguments a) {
    return a.like(0, a.elements(0).reversed(), a.rest(0));
  }

  private static Value<Node> sort(Arguments a) {
    List<Value<Node>> elements = a.elements(0);
    if (elements.stream().anyMatch(v -> v instanceof Value.Absent)) {
      return a.invalid();
    }
    Optional<Reason> open = elements.stream().flatMap(v -> Nodes.unknown(v).stream()).findFirst();
    if (open.isPresent()) {
      return a.like(0, elements, a.rest(0).or(() -> open));
    }
    List<Value<Node>> sorted =
        elements.stream()
            .sorted(Comparator.comparing(v -> Nodes.string(v).orElse(""), Sets.CODE_POINTS))
            .toList();
    return a.like(0, sorted, a.rest(0));
  }

  private static Value<Node> slice(Arguments a) {
    int from = a.integer(1).orElse(-1);
    int to = a.integer(2).orElse(-1);
    if (from < 0 || to < from || a.isSet(0)) {
      return a.invalid();
    }
    if (a.rest(0).isPresent()) {
      boolean nothing = a.elements(0).isEmpty() && to <= Bounds.INSTANCES;
      return nothing ? a.list(unknown(a, a.rest(0).get(), from, to)) : a.list(List.of(), a.rest(0));
    }
    List<Value<Node>> elements = a.elements(0);
    return to > elements.size()
        ? a.invalid()
        : a.like(0, elements.subList(from, to), Optional.empty());
  }

  /// Elements of a list of which nothing is known: so many there must be, or Terraform fails.
  private static List<Value<Node>> unknown(Arguments a, Reason whole, int from, int to) {
    var all = new ArrayList<Value<Node>>();
    for (int i = from; i < to; i++) {
      all.add(
          Value.unknown(
              new Reason(whole.kind(), whole.what() + "[" + i + "]"), a.value(0).origin()));
    }
    return all;
  }

  private static Value<Node> chunks(Arguments a) {
    int size = a.integer(1).orElse(-1);
    if (size < 0) {
      return a.invalid();
    }
    if (a.rest(0).isPresent()) {
      return a.list(List.of(), a.rest(0));
    }
    List<Value<Node>> elements = a.elements(0);
    if (size == 0) {
      return a.list(elements.isEmpty() ? List.of() : List.of(a.value(0)));
    }
    var all = new ArrayList<Value<Node>>();
    for (int i = 0; i < elements.size(); i += size) {
      all.add(
          a.like(0, elements.subList(i, Math.min(elements.size(), i + size)), Optional.empty()));
    }
    return a.list(a.type(0), all, Optional.empty());
  }
}
