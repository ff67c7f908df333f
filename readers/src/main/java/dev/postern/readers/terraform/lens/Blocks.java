package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// How Terraform's blocks, maps and JSON strings look in CloudFormation.
final class Blocks {
  /// Shapes that no schema names: a tag, and an object of which nothing is known.
  static final Shape TAG = new Shape.Nested("(tag)");

  static final Shape ANY = new Shape.Nested("(any)");

  private static final Map<String, PropertySchema> TAG_PROPERTIES =
      Map.of(
          "Key", new PropertySchema("Key", true, Shape.Scalar.STRING),
          "Value", new PropertySchema("Value", true, Shape.Scalar.STRING));

  private static final List<List<String>> PAIRS =
      List.of(
          List.of("Key", "Value"),
          List.of("Name", "Value"),
          List.of("ParameterName", "ParameterValue"));

  private Blocks() {}

  static Map<String, PropertySchema> inside(Shape shape, Optional<TypeSchema> type) {
    return shape.equals(TAG) ? TAG_PROPERTIES : type.map(t -> t.inside(shape)).orElse(Map.of());
  }

  /// The shape among several that says most about what is in it.
  static Shape richest(List<Shape> shapes) {
    return shapes.stream()
        .filter(s -> !(s instanceof Shape.Scalar))
        .findFirst()
        .or(() -> shapes.stream().filter(s -> s == Shape.Scalar.JSON).findFirst())
        .orElse(shapes.getFirst());
  }

  /// Whether it may hold JSON: it begins so, or with what is not known.
  static boolean isJson(Text text) {
    String start = text.prefix().stripLeading();
    return start.isEmpty()
        ? text.literal().isEmpty()
        : start.startsWith("{") || start.startsWith("[");
  }

  /// Whether it begins with what is not known and is more than that: no JSON can be read from it.
  static boolean isOpaque(Text text) {
    return text.parts().size() > 1 && text.prefix().isBlank();
  }

  /// The block that a list of blocks is where only one may stand: absent, the one, or one by world.
  /// The list itself, where there are several at once.
  static Value<Node> single(Value<Node> list) {
    return Parts.each(
        list,
        value ->
            value instanceof Value.Known<Node>(Node.Items(var items, var rest), var origin, _)
                ? single(value, items, rest.isEmpty(), origin)
                : value);
  }

  private static Value<Node> single(
      Value<Node> list, List<Value<Node>> items, boolean all, Origin origin) {
    if (items.isEmpty()) {
      return list instanceof Value.Known<Node>(Node.Items(_, var rest), _, _) && rest.isPresent()
          ? Value.unknown(rest.get(), origin)
          : Value.absent(origin);
    }
    if (items.size() == 1) {
      return items.getFirst().under(origin);
    }
    var cases = new ArrayList<Value.Case<Node>>();
    items.forEach(item ->
        item.cases().stream()
            .filter(c -> !(c.value() instanceof Value.Absent))
            .forEach(cases::add));
    return all && disjoint(cases) ? elsewhereAbsent(cases, origin) : list;
  }

  private static boolean disjoint(List<Value.Case<Node>> cases) {
    for (int i = 0; i < cases.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (cases.get(i).when().and(cases.get(j).when()).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  /// One value of disjoint cases, absent in all other worlds.
  static Value<Node> elsewhereAbsent(List<Value.Case<Node>> cases, Origin origin) {
    var all = new ArrayList<>(cases);
    World.outside(cases.stream().map(Value.Case::when).toList())
        .forEach(w -> all.add(new Value.Case<>(w, Value.absent(origin))));
    return Value.oneOf(all, origin);
  }

  /// The names of key and value, when elements of this shape are pairs.
  static Optional<List<String>> pair(Shape element, Optional<TypeSchema> type) {
    if (element == Shape.Scalar.TAG) {
      return Optional.of(PAIRS.getFirst());
    }
    Map<String, PropertySchema> inside = inside(element, type);
    return PAIRS.stream().filter(p -> inside.keySet().containsAll(p)).findFirst();
  }

  /// A map as a list of pairs.
  static Value<Node> pairs(Node.Fields map, List<String> names, Origin origin) {
    var items = new ArrayList<Value<Node>>();
    map.entries()
        .forEach((key, value) ->
            items.add(
                Parts.each(
                    value,
                    v ->
                        v instanceof Value.Absent<Node>
                            ? v
                            : Parts.known(pair(key, v, names), v.origin()))));
    return Value.known(new Node.Items(items, map.rest()), origin);
  }

  private static SequencedMap<String, Value<Node>> pair(
      String key, Value<Node> value, List<String> names) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    fields.put(names.getFirst(), Parts.text(key, value.origin()));
    fields.put(names.getLast(), value);
    return fields;
  }

  /// A list of blocks with `name` and `value` as a map; empty where they are not such blocks.
  static Optional<Value<Node>> named(Node.Items blocks, Origin origin) {
    return keyed(blocks, "name", origin)
        .filter(map -> map.values().stream().allMatch(b -> b.entries().containsKey("value")))
        .map(map -> {
          SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
          map.forEach((name, block) -> all.put(name, block.field("value", origin)));
          return Value.known(new Node.Fields(all, blocks.rest()), origin);
        });
  }

  /// A list of blocks of which each says by which key it goes as a map of the rest of them.
  static Optional<Value<Node>> keyed(Node.Items blocks, Origin origin) {
    for (String key : List.of("key", "log_type")) {
      Optional<SequencedMap<String, Node.Fields>> map = keyed(blocks, key, origin);
      if (map.isPresent()) {
        SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
        int at = 0;
        for (var entry : map.get().entrySet()) {
          SequencedMap<String, Value<Node>> rest = new LinkedHashMap<>(entry.getValue().entries());
          rest.remove(key);
          Origin here = blocks.values().get(at++).origin();
          all.put(
              entry.getKey(), Value.known(new Node.Fields(rest, entry.getValue().rest()), here));
        }
        return Optional.of(Value.known(new Node.Fields(all, blocks.rest()), origin));
      }
    }
    return Optional.empty();
  }

  /// The blocks by the string that each has at `key`; empty unless each has its own.
  private static Optional<SequencedMap<String, Node.Fields>> keyed(
      Node.Items blocks, String key, Origin origin) {
    SequencedMap<String, Node.Fields> all = new LinkedHashMap<>();
    for (Value<Node> block : blocks.values()) {
      if (!(block.sole().orElse(null) instanceof Node.Fields fields)
          || !(fields.field(key, origin).sole().orElse(null) instanceof Text name)
          || name.literal().isEmpty()
          || all.put(name.literal().get(), fields) != null) {
        return Optional.empty();
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }
}
