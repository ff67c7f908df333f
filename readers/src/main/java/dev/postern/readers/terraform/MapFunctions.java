package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.LIST;
import static dev.postern.readers.terraform.Parameter.LISTS;
import static dev.postern.readers.terraform.Parameter.MAP;
import static dev.postern.readers.terraform.Parameter.STRINGS;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Functions on maps and objects (Terraform language, "Collection Functions").
final class MapFunctions {
  private MapFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("keys", Function.of(MapFunctions::keys, MAP));
    to.put("values", Function.of(MapFunctions::values, MAP));
    to.put("lookup", Function.optional(MapFunctions::lookup, MAP, ANY, ANY));
    to.put("merge", Function.repeating(MapFunctions::merge, ANY));
    to.put("zipmap", Function.of(MapFunctions::zip, STRINGS, LIST));
    to.put("transpose", Function.of(MapFunctions::transpose, LISTS));
  }

  private static SortedMap<String, Value<Node>> sorted(Arguments a) {
    var sorted = new TreeMap<String, Value<Node>>(Sets.CODE_POINTS);
    sorted.putAll(a.entries(0));
    return sorted;
  }

  private static Value<Node> keys(Arguments a) {
    var keys = new ArrayList<Value<Node>>();
    sorted(a)
        .forEach(
            (key, value) -> keys.add(Value.known(Text.of(key, value.origin()), value.origin())));
    return a.type(0) instanceof Type.Collection
        ? a.list(Type.Simple.STRING, keys, a.rest(0))
        : a.tuple(keys, a.rest(0));
  }

  private static Value<Node> values(Arguments a) {
    var whole = a.value(0).origin();
    return a.like(0, sorted(a).values().stream().map(v -> v.under(whole)).toList(), a.rest(0));
  }

  private static Value<Node> lookup(Arguments a) {
    Value<Node> given = a.size() == 3 ? a.value(2) : a.invalid();
    Value<Node> fallback =
        a.size() == 3 && a.type(0) instanceof Type.Collection(_, var element)
            ? new Conversion(a.typing()).convert(given, element)
            : given;
    if (!Conversion.isPossible(a.type(1), Type.Simple.STRING)
        || (a.size() == 3 && Nodes.isError(fallback))) {
      return a.invalid();
    }
    Optional<String> key = Nodes.string(a.value(1));
    if (key.isPresent()) {
      return found(a, key.get(), fallback);
    }
    boolean empty = a.entries(0).isEmpty() && a.rest(0).isEmpty();
    if (empty && isKnownWhenPlanned(a.value(1))) {
      return fallback;
    }
    if (a.value(1) instanceof Value.Unknown<Node> unknown
        && Guesses.canChoose(unknown, a.entries(0).size())
        && a.rest(0).isEmpty()) {
      return Guesses.choose(
          unknown, a.entries(0).keySet(), k -> found(a, k, fallback), fallback, a.here());
    }
    return Nodes.unknown(a.value(1)).map(a::unknown).orElseGet(a::invalid);
  }

  private static boolean isKnownWhenPlanned(Value<Node> key) {
    return Nodes.unknown(key).filter(why -> why.kind() == Reason.Kind.EXTERNAL).isPresent();
  }

  private static Value<Node> found(Arguments a, String key, Value<Node> fallback) {
    Value<Node> value = a.entries(0).get(key);
    if (value != null) {
      return value.under(a.value(0).origin());
    }
    return a.rest(0).map(a::unknown).orElse(fallback);
  }

  /// What a map with unknown keys may replace is not known any more.
  private static Value<Node> merge(Arguments a) {
    Set<Type> types = new HashSet<>();
    for (int i = 0; i < a.size(); i++) {
      types.add(a.type(i));
      if (a.type(i).isPrimitive()) {
        return a.invalid();
      }
    }
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    Optional<Reason> rest = Optional.empty();
    for (Value<Node> map : a.values()) {
      switch (map) {
        case Value.Known<Node>(Node.Fields(var entries, var more), var origin, _) -> {
          more.ifPresent(why -> replaced(all, why, a));
          entries.forEach((key, value) -> all.put(key, value.under(origin)));
          rest = rest.or(() -> more);
        }
        case Value.Unknown<Node>(var why, _, _) -> {
          replaced(all, why, a);
          rest = rest.or(() -> Optional.of(why));
        }
        case Value.Absent<Node> _ -> {}
        case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> {
          return a.invalid();
        }
      }
    }
    return types.size() == 1 && types.iterator().next() instanceof Type.Collection(_, var element)
        ? a.map(element, all, rest)
        : a.known(new Node.Fields(all, rest));
  }

  private static void replaced(Map<String, Value<Node>> all, Reason why, Arguments a) {
    Reason whole = a.derived(why);
    all.replaceAll((key, value) ->
        Value.unknown(new Reason(why.kind(), whole.what() + "[\"" + key + "\"]"), value.origin()));
  }

  private static Value<Node> zip(Arguments a) {
    List<Value<Node>> keys = a.elements(0);
    List<Value<Node>> values = a.elements(1);
    Optional<Reason> rest = a.rest(0).or(() -> a.rest(1));
    if (rest.isPresent()) {
      return a.known(new Node.Fields(new LinkedHashMap<>(), rest));
    }
    if (keys.size() != values.size() || a.isSet(1)) {
      return a.invalid();
    }
    SequencedMap<String, Value<Node>> entries = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Optional<String> key = Nodes.string(keys.get(i));
      if (key.isPresent()) {
        entries.put(key.get(), values.get(i));
      } else {
        rest = Nodes.unknown(keys.get(i));
        if (rest.isEmpty()) {
          return a.invalid();
        }
      }
    }
    return a.type(1) instanceof Type.Collection(_, var element)
        ? a.map(element, entries, rest)
        : a.known(new Node.Fields(entries, rest));
  }

  private static Value<Node> transpose(Arguments a) {
    Optional<Reason> open = Nodes.unknown(a.value(0));
    if (open.isPresent()) {
      return a.unknown(open.get());
    }
    var lists = new TreeMap<String, List<Value<Node>>>(Sets.CODE_POINTS);
    for (var entry : sorted(a).entrySet()) {
      if (!(entry.getValue().sole().orElse(null) instanceof Node.Items(var items, _))) {
        return a.invalid();
      }
      for (Value<Node> item : items) {
        Optional<String> key = Nodes.string(item);
        if (key.isEmpty()) {
          return a.invalid();
        }
        lists.computeIfAbsent(key.get(), _ -> new ArrayList<>()).add(a.string(entry.getKey()));
      }
    }
    SequencedMap<String, Value<Node>> result = new LinkedHashMap<>();
    lists.forEach((key, list) -> result.put(key, a.list(list)));
    return a.map(Type.list(Type.Simple.STRING), result, Optional.empty());
  }
}
