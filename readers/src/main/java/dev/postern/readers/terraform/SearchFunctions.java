package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.BOOLS;
import static dev.postern.readers.terraform.Parameter.ELEMENTS;
import static dev.postern.readers.terraform.Parameter.SCALARS;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions that ask what is in a collection (Terraform language, "Collection Functions").
final class SearchFunctions {
  private SearchFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("contains", Function.of(SearchFunctions::contains, SCALARS, ANY));
    to.put("index", Function.of(SearchFunctions::index, SCALARS, ANY));
    to.put("length", Function.of(SearchFunctions::length, ANY));
    to.put("alltrue", Function.of(a -> all(a, Truth.TRUE, Truth::and), BOOLS));
    to.put("anytrue", Function.of(a -> all(a, Truth.FALSE, Truth::or), BOOLS));
    to.put("matchkeys", Function.of(SearchFunctions::matching, ELEMENTS, ELEMENTS, ELEMENTS));
  }

  private static Value<Node> contains(Arguments a) {
    List<Value<Node>> elements = a.elements(0);
    Value<Node> sought = a.value(1);
    if (sought instanceof Value.Absent) {
      return a.invalid();
    }
    if (a.rest(0).isEmpty()
        && sought instanceof Value.Unknown<Node> unknown
        && Guesses.canChoose(unknown, elements.size())
        && elements.stream().allMatch(SearchFunctions::isString)) {
      List<String> strings = elements.stream().flatMap(v -> Nodes.string(v).stream()).toList();
      return Guesses.among(unknown, strings, a::bool, a.here());
    }
    Truth found = Truth.FALSE;
    Optional<Reason> open = a.rest(0);
    for (Value<Node> element : elements) {
      Truth same = new Equality(a.typing()).same(element, sought);
      if (same == Truth.UNKNOWN) {
        open =
            open.or(() -> Nodes.unknown(element))
                .or(() -> Optional.of(Nodes.whyUnknown(sought, "contains")));
      }
      found = found.or(same);
    }
    if (found == Truth.TRUE) {
      return a.bool(true);
    }
    return open.map(a::unknown).orElseGet(() -> a.bool(false));
  }

  private static boolean isString(Value<Node> value) {
    return value.sole().orElse(null) instanceof Text text && text.literal().isPresent();
  }

  private static Value<Node> index(Arguments a) {
    if (a.isSet(0) || a.value(1) instanceof Value.Absent) {
      return a.invalid();
    }
    List<Value<Node>> elements = a.elements(0);
    for (int i = 0; i < elements.size(); i++) {
      Truth same =
          a.rest(0).isPresent()
              ? Truth.UNKNOWN
              : new Equality(a.typing()).same(elements.get(i), a.value(1));
      if (same == Truth.TRUE) {
        return a.known(Node.num(i));
      }
      if (same == Truth.UNKNOWN) {
        Value<Node> element = elements.get(i);
        return a.unknown(
            a.rest(0)
                .or(() -> Nodes.unknown(element))
                .orElseGet(() -> Nodes.whyUnknown(a.value(1), "index")));
      }
    }
    return a.rest(0).map(a::unknown).orElseGet(a::invalid);
  }

  private static Value<Node> length(Arguments a) {
    return switch (a.value(0)) {
      case Value.Known<Node>(var node, _, _) ->
          switch (node) {
            case Node.Items(var items, var rest) ->
                size(
                    a, items.size(), rest.or(() -> a.isSet(0) ? merging(items) : Optional.empty()));
            case Node.Fields(var entries, var rest) -> size(a, entries.size(), rest);
            case Text text -> {
              Text printed = PartialText.printed(text);
              yield printed
                  .literal()
                  .map(s -> a.known(Node.num(StringFunctions.clusters(s).size())))
                  .orElseGet(() -> a.unknown(printed.unknown().orElseThrow()));
            }
            case Node.Num _, Node.Bool _ -> a.invalid();
          };
      case Value.Unknown<Node>(var why, _, _) ->
          a.type(0) == Type.Simple.NUMBER || a.type(0) == Type.Simple.BOOL
              ? a.invalid()
              : a.unknown(why);
      case Value.Absent<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> a.invalid();
    };
  }

  /// Elements of a set that are not known may be the same.
  private static Optional<Reason> merging(List<Value<Node>> items) {
    return items.size() < 2
        ? Optional.empty()
        : items.stream().flatMap(v -> Nodes.unknown(v).stream()).findFirst();
  }

  private static Value<Node> size(Arguments a, int known, Optional<Reason> rest) {
    return rest.map(a::unknown).orElseGet(() -> a.known(Node.num(known)));
  }

  private interface Join {
    Truth of(Truth one, Truth other);
  }

  private static Value<Node> all(Arguments a, Truth none, Join join) {
    List<Value<Node>> elements = a.elements(0);
    Value<Node> result = known(a, none, join);
    boolean open = elements.stream().anyMatch(v -> v instanceof Value.Unknown);
    if (!open || result.sole().isPresent()) {
      return result;
    }
    var guessed = new ArrayList<Value<Node>>();
    elements.forEach(v -> guessed.add(Value.oneOf(Guesses.split(v), v.origin())));
    Function each = Function.of(b -> known(b, none, join), BOOLS);
    Optional<Reason> rest = a.rest(0);
    return Functions.byWorld(
        each, a.with(0, a.value(0).map(_ -> new Node.Items(guessed, rest))), 0);
  }

  private static Value<Node> known(Arguments a, Truth none, Join join) {
    Truth result = none;
    Optional<Reason> open = a.rest(0);
    for (Value<Node> element : a.elements(0)) {
      Optional<Boolean> known = element.sole().flatMap(Nodes::bool);
      boolean missing = element instanceof Value.Absent;
      if (known.isEmpty() && !missing) {
        open = open.or(() -> Optional.of(Nodes.whyUnknown(element, Evaluator.source(a.call()))));
      }
      Truth truth = missing ? Truth.FALSE : known.map(Truth::of).orElse(Truth.UNKNOWN);
      result = join.of(result, truth);
    }
    if (result != Truth.UNKNOWN && result != none) {
      return a.bool(result == Truth.TRUE);
    }
    return open.map(a::unknown).orElse(a.bool(none == Truth.TRUE));
  }

  private static Value<Node> matching(Arguments a) {
    List<Value<Node>> values = a.elements(0);
    Optional<Type> common = Unification.of(List.of(a.type(1), a.type(2)));
    if (common.isEmpty()) {
      return a.invalid();
    }
    List<Value<Node>> keys = elements(a.converted(1, common.get()));
    List<Value<Node>> search = elements(a.converted(2, common.get()));
    Optional<Reason> rest = a.rest(0).or(() -> a.rest(1)).or(() -> a.rest(2));
    if (rest.isPresent()) {
      return a.like(0, List.of(), rest);
    }
    if (values.size() != keys.size()) {
      return a.invalid();
    }
    var kept = new ArrayList<Value<Node>>();
    for (int i = 0; i < keys.size(); i++) {
      Value<Node> key = keys.get(i);
      Truth found = Truth.FALSE;
      for (Value<Node> sought : search) {
        found = found.or(new Equality(a.typing()).same(key, sought));
      }
      if (found == Truth.TRUE) {
        kept.add(values.get(i));
      } else if (found == Truth.UNKNOWN) {
        rest = rest.or(() -> Optional.of(Nodes.whyUnknown(key, "matchkeys")));
      }
    }
    return a.like(0, kept, rest);
  }

  private static List<Value<Node>> elements(Value<Node> list) {
    return list.sole().orElse(null) instanceof Node.Items(var items, _) ? items : List.of();
  }
}
