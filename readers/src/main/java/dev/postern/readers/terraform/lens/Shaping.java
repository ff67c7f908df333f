package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
import dev.postern.readers.json.Decoding;
import dev.postern.readers.terraform.lens.Lens.Step;
import dev.postern.readers.terraform.lens.Lens.Target;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/// Gives the arguments of one resource the names and shapes of its type's properties.
///
/// Where an argument goes: as the table says; else to the property of the same name; else into the
/// object that the table names for the rest of its block; else it keeps its name. A block that may
/// stand once becomes an object, a map of tags a list of them, JSON in a string what it says. As
/// deep as the schema and the value, whose depth the parser bounds.
final class Shaping {
  private final Lens lens;
  private final Optional<TypeSchema> type;
  private final Consumer<Problem> problems;

  Shaping(Lens lens, Optional<TypeSchema> type, Consumer<Problem> problems) {
    this.lens = lens;
    this.type = type;
    this.problems = problems;
  }

  /// The properties that `body` writes, without the arguments in `without`.
  ///
  /// @param origin of the whole, where the table says that it is an element of a list
  Node.Fields properties(Node.Fields body, Set<String> without, Origin origin) {
    SequencedMap<String, Value<Node>> arguments = new LinkedHashMap<>(body.entries());
    arguments.keySet().removeAll(without);
    Map<String, PropertySchema> schema = type.map(TypeSchema::properties).orElse(Map.of());
    Node.Fields written = new Node.Fields(arguments, body.rest());
    Target element = lens.renames().get(".");
    if (element == null) {
      return fields(written, schema, "");
    }
    Map<String, PropertySchema> inside =
        shape(element.path(), schema)
            .flatMap(shape -> type.map(t -> t.inside(shape)))
            .orElse(Map.of());
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    Parts.put(all, element.path(), Value.known(fields(written, inside, ""), origin));
    return Node.Fields.of(all);
  }

  /// One argument as the property `name` takes it.
  Value<Node> property(String name, Value<Node> value) {
    return type.flatMap(t -> t.property(name))
        .map(p -> shaped(value, p.shape(), name))
        .orElse(value);
  }

  private Node.Fields fields(Node.Fields object, Map<String, PropertySchema> schema, String at) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    object
        .entries()
        .forEach((name, value) -> place(all, schema, at.isEmpty() ? name : at + "." + name, value));
    return new Node.Fields(all, object.rest());
  }

  private void place(
      SequencedMap<String, Value<Node>> into,
      Map<String, PropertySchema> schema,
      String path,
      Value<Node> value) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    Optional<Target> target = target(path, schema);
    if (target.isPresent() && target.get().path().isEmpty()) {
      flatten(into, schema, path, value);
      return;
    }
    List<Step> steps =
        target.map(Target::path).orElseGet(() -> List.of(new Step(name, false, Map.of())));
    Value<Node> worded = target.map(t -> words(value, t.words())).orElse(value);
    Optional<Shape> shape = shape(steps, schema);
    Value<Node> shaped =
        shape
            .map(s -> shaped(worded, elementOf(steps, s, worded), path))
            .orElseGet(() -> inner(worded, path));
    if (!Parts.put(into, steps, shaped)) {
      into.put(into.containsKey(name) ? path : name, shaped);
    }
  }

  /// Arguments that keep their names may hold some that the table sends elsewhere.
  private Value<Node> inner(Value<Node> value, String path) {
    return type.isEmpty()
            || lens.renames().keySet().stream().noneMatch(p -> p.startsWith(path + "."))
        ? value
        : shaped(value, Blocks.ANY, path);
  }

  private Optional<Target> target(String path, Map<String, PropertySchema> schema) {
    Target written = lens.renames().get(path);
    if (written != null) {
      return Optional.of(written);
    }
    int dot = path.lastIndexOf('.');
    String name = path.substring(dot + 1);
    Optional<String> kind =
        dot < 0
            ? Optional.of(lens.type().substring(lens.type().lastIndexOf(':') + 1))
            : Optional.empty();
    Optional<PropertySchema> same = Names.match(name, schema, kind);
    if (same.isPresent()) {
      return Optional.of(to(List.of(), same.get().name()));
    }
    Target rest = lens.renames().get(path.substring(0, dot + 1) + "*");
    if (rest == null) {
      return Optional.empty();
    }
    Map<String, PropertySchema> inside =
        shape(rest.path(), schema)
            .flatMap(shape -> type.map(t -> t.inside(shape)))
            .orElse(Map.of());
    return Names.match(name, inside, kind).map(p -> to(rest.path(), p.name()));
  }

  private static Target to(List<Step> path, String name) {
    var steps = new ArrayList<>(path);
    steps.add(new Step(name, false, Map.of()));
    return new Target(steps, Map.of());
  }

  /// What the end of a path looks like.
  private Optional<Shape> shape(List<Step> path, Map<String, PropertySchema> schema) {
    Map<String, PropertySchema> here = schema;
    Optional<Shape> shape = Optional.empty();
    for (Step step : path) {
      PropertySchema property = here.get(step.name());
      if (property == null) {
        return Optional.empty();
      }
      shape = Optional.of(property.shape());
      here = type.map(t -> t.inside(property.shape())).orElse(Map.of());
    }
    return shape;
  }

  /// A list whose elements each go into an object of their own is shaped as a list of what they are
  /// there.
  private static Shape elementOf(List<Step> steps, Shape shape, Value<Node> value) {
    boolean spread =
        steps.size() > 1
            && steps.subList(0, steps.size() - 1).stream()
                .anyMatch(s -> s.list() && s.constants().isEmpty());
    boolean list =
        value.cases().stream()
            .anyMatch(c -> c.value().sole().filter(Node.Items.class::isInstance).isPresent());
    return spread && list ? new Shape.ListOf(shape) : shape;
  }

  private static Value<Node> words(Value<Node> value, Map<String, String> words) {
    if (words.isEmpty()) {
      return value;
    }
    return value.flatMap(node -> {
      if (node instanceof Node.Items(var items, var rest)) {
        return Value.known(
            new Node.Items(items.stream().map(i -> words(i, words)).toList(), rest),
            value.origin());
      }
      Optional<String> written =
          switch (node) {
            case Text text -> text.literal();
            case Node.Bool bool -> Optional.of(bool.toString());
            case Node.Num num -> Optional.of(num.toString());
            case Node.Items _, Node.Fields _ -> Optional.empty();
          };
      Optional<String> there = written.map(words::get);
      return there
          .<Value<Node>>map(w -> Parts.text(w, value.origin()))
          .orElseGet(() -> Value.known(node, value.origin()));
    });
  }

  /// The arguments of a block whose object CloudFormation does not have go where the block stands.
  private void flatten(
      SequencedMap<String, Value<Node>> into,
      Map<String, PropertySchema> schema,
      String path,
      Value<Node> value) {
    Value<Node> block = Blocks.single(value);
    if (block.sole().orElse(null) instanceof Node.Fields(var entries, _)) {
      entries.forEach((name, inner) -> place(into, schema, path + "." + name, inner));
      return;
    }
    SequencedMap<String, List<Value.Case<Node>>> byName = new LinkedHashMap<>();
    for (Value.Case<Node> each : block.cases()) {
      if (each.value().sole().orElse(null) instanceof Node.Fields(var entries, _)) {
        entries.forEach((name, inner) ->
            byName
                .computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new Value.Case<>(each.when(), inner)));
      }
    }
    byName.forEach((name, cases) ->
        place(into, schema, path + "." + name, Blocks.elsewhereAbsent(cases, value.origin())));
    if (byName.isEmpty() && !(block instanceof Value.Absent<Node>)) {
      into.put(path.substring(path.lastIndexOf('.') + 1), value);
    }
  }

  private Value<Node> shaped(Value<Node> value, Shape shape, String path) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, var sensitivity) -> {
        Value<Node> result = shaped(node, origin, shape, path);
        yield sensitivity == Sensitivity.SECRET ? result.secret() : result;
      }
      case Value.OneOf<Node> _ -> Parts.each(value, v -> shaped(v, shape, path));
      case Value.Absent<Node> _, Value.Unknown<Node> _, Value.Default<Node> _ -> value;
    };
  }

  private Value<Node> shaped(Node node, Origin origin, Shape shape, String path) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar) {
            case JSON -> path.equals("body") ? definition(node, origin) : json(node, origin);
            case TAG -> shaped(node, origin, Blocks.TAG, path);
            case STRING, INTEGER, NUMBER, BOOLEAN, TIMESTAMP -> only(node, origin);
          };
      case Shape.AnyOf(var shapes) -> shaped(node, origin, Blocks.richest(shapes), path);
      case Shape.ListOf(var element) -> list(node, origin, element, path);
      case Shape.MapOf(var element) -> map(node, origin, element, path);
      case Shape.Nested _ -> object(node, origin, shape, path);
    };
  }

  private Value<Node> list(Node node, Origin origin, Shape element, String path) {
    return switch (node) {
      case Node.Items(var items, var rest) ->
          Value.known(
              new Node.Items(items.stream().map(i -> shaped(i, element, path)).toList(), rest),
              origin);
      case Node.Fields fields -> {
        Optional<List<String>> pair = Blocks.pair(element, type);
        yield pair.isPresent()
            ? Blocks.pairs(fields, pair.get(), origin)
            : Parts.known(List.of(shaped(fields, origin, element, path)), origin);
      }
      case Text text when !(element instanceof Shape.Scalar) && Blocks.isJson(text) ->
          decoded(text, origin, new Shape.ListOf(element), path);
      case Text _, Node.Num _, Node.Bool _ ->
          Parts.known(List.of(Value.known(node, origin)), origin);
    };
  }

  private Value<Node> map(Node node, Origin origin, Shape element, String path) {
    return switch (node) {
      case Node.Fields(var entries, var rest) -> {
        SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
        entries.forEach((key, value) -> all.put(key, shaped(value, element, path)));
        yield Value.known(new Node.Fields(all, rest), origin);
      }
      case Node.Items items ->
          Blocks.named(items, origin)
              .or(() ->
                  Blocks.keyed(items, origin).map(v -> shaped(v, new Shape.MapOf(element), path)))
              .orElseGet(() -> Blocks.single(Value.known(items, origin)));
      case Text text when Blocks.isJson(text) ->
          decoded(text, origin, new Shape.MapOf(element), path);
      case Text _, Node.Num _, Node.Bool _ -> Value.known(node, origin);
    };
  }

  private Value<Node> object(Node node, Origin origin, Shape shape, String path) {
    return switch (node) {
      case Node.Fields fields -> {
        Map<String, PropertySchema> inside = Blocks.inside(shape, type);
        yield Value.known(fields(fields, inside, path), origin);
      }
      case Node.Items(var items, var rest) -> {
        Value<Node> single = Blocks.single(Value.known(node, origin));
        yield single instanceof Value.Known<Node>(Node.Items _, _, _)
            ? Value.known(
                new Node.Items(items.stream().map(i -> shaped(i, shape, path)).toList(), rest),
                origin)
            : shaped(single, shape, path);
      }
      case Text text when Blocks.isJson(text) -> decoded(text, origin, shape, path);
      case Text _, Node.Num _, Node.Bool _ -> Value.known(node, origin);
    };
  }

  /// The OpenAPI definition of an API, which may be YAML.
  private Value<Node> definition(Node node, Origin origin) {
    return node instanceof Text text && !Blocks.isJson(text)
        ? Decoding.yaml(text, origin.place(), Yaml::parse, problems).under(origin)
        : json(node, origin);
  }

  private Value<Node> json(Node node, Origin origin) {
    return switch (node) {
      case Text text when Blocks.isJson(text) -> json(text, origin);
      case Node.Items items -> {
        Optional<Value<Node>> named = Blocks.named(items, origin);
        yield named.orElseGet(() -> Value.known(items, origin));
      }
      case Text _, Node.Fields _, Node.Num _, Node.Bool _ -> Value.known(node, origin);
    };
  }

  private Value<Node> decoded(Text text, Origin origin, Shape shape, String path) {
    Value<Node> value = json(text, origin);
    boolean same = value instanceof Value.Known<Node>(Text _, _, _);
    return same ? value : shaped(value, shape, path);
  }

  private Value<Node> json(Text text, Origin origin) {
    return Blocks.isOpaque(text)
        ? Value.unknown(text.unknown().orElseThrow(), origin)
        : Decoding.json(text, origin.place(), problems).under(origin);
  }

  /// A scalar; a list of one stands for its element.
  private static Value<Node> only(Node node, Origin origin) {
    boolean one =
        node instanceof Node.Items(var items, Optional<Reason> rest)
            && items.size() == 1
            && rest.isEmpty();
    return one && node instanceof Node.Items(var items, _)
        ? items.getFirst().under(origin)
        : Value.known(node, origin);
  }
}
