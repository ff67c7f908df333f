package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Resource;
import dev.postern.model.TypeSchema;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what the properties of one resource say against AWS's schema of its type: names that it
/// does not have, values of a type that it does not take, and what it requires and is not there.
/// What is not known is taken to be right, and worlds that contradict each other say nothing.
///
/// A name that nothing reads and that could matter to a review ([Weight]) is an error, since the
/// review is not complete without it; every other is a warning.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schema.html">schema</a>
final class SchemaCheck {
  /// Its schema has what AWS reads of it; everything else is for the user's own code.
  private static final String CUSTOM = "AWS::CloudFormation::CustomResource";

  private final TypeSchema type;
  private final Resource resource;
  private final KeyPlaces keys;
  private final Problems problems;

  private SchemaCheck(TypeSchema type, Resource resource, KeyPlaces keys, Problems problems) {
    this.type = type;
    this.resource = resource;
    this.keys = keys;
    this.problems = problems;
  }

  static void check(TypeSchema type, Resource resource, KeyPlaces keys, Problems problems) {
    var check = new SchemaCheck(type, resource, keys, problems);
    // INVARIANT: what SAM does not make of a resource may be what packaging has yet to replace
    boolean isWritten = resource.type().equals(resource.sourceType());
    check.object(resource.properties(), type.properties(), isWritten, "", World.ANY);
  }

  /// @param whole whether what the schema requires must be there
  private void object(
      Value<Node> value,
      Map<String, PropertySchema> schema,
      boolean whole,
      String path,
      World world) {
    for (Value.Case<Node> each : value.cases()) {
      Optional<World> here = world.and(each.when());
      if (here.isPresent()
          && each.value() instanceof Value.Known<Node>(Node.Fields fields, var at, _)) {
        Span place = path.isEmpty() ? resource.header() : at.source();
        fields(fields, at.source(), schema, path, here.get());
        if (whole && fields.rest().isEmpty()) {
          required(fields, schema, place, path, here.get());
        }
      }
    }
  }

  private void fields(
      Node.Fields fields, Span map, Map<String, PropertySchema> schema, String path, World world) {
    fields
        .entries()
        .forEach((key, value) -> {
          PropertySchema property = schema.get(key);
          if (property != null) {
            value(value, property.shape(), inside(path, key), world);
          } else if (!type.name().equals(CUSTOM) && isPossible(value, world)) {
            unknown(key, value, map, schema, path);
          }
        });
  }

  private void unknown(
      String key, Value<Node> value, Span map, Map<String, PropertySchema> schema, String path) {
    Span at = keys.of(map, key).orElseGet(() -> value.origin().place());
    Optional<String> meant = Spelling.closest(key, schema.keySet());
    String message =
        "`%s` has no property `%s`%s"
            .formatted(type.name(), inside(path, key), Spelling.hint(key, schema.keySet()));
    if (Weight.couldMatter(inside(path, key), meant, value)) {
      problems.error(message, at);
    } else {
      problems.warning(message, at);
    }
  }

  private void required(
      Node.Fields fields,
      Map<String, PropertySchema> schema,
      Span place,
      String path,
      World world) {
    for (PropertySchema property : schema.values()) {
      Value<Node> value = fields.entries().get(property.name());
      if (property.required() && (value == null || isAbsent(value, world)) && exists(world)) {
        problems.warning(
            "`%s` lacks `%s`, which AWS requires"
                .formatted(type.name(), inside(path, property.name())),
            place);
      }
    }
  }

  private boolean isAbsent(Value<Node> value, World world) {
    return value.cases().stream()
        .anyMatch(c ->
            c.value() instanceof Value.Absent
                && world.and(c.when()).filter(this::exists).isPresent());
  }

  private void value(Value<Node> value, Shape shape, String path, World world) {
    for (Value.Case<Node> each : value.cases()) {
      Optional<World> here = world.and(each.when()).filter(this::exists);
      if (here.isPresent() && each.value() instanceof Value.Known<Node>(var node, _, _)) {
        known(node, each.value(), shape, path, here.get());
      }
    }
  }

  private void known(Node node, Value<Node> value, Shape shape, String path, World world) {
    switch (shape) {
      case Shape.Scalar scalar -> {
        if (!Shapes.fits(node, scalar)) {
          wrong(Shapes.name(scalar), value, path);
        }
      }
      case Shape.ListOf(var element) -> list(node, value, element, path, world);
      case Shape.MapOf(var element) -> {
        if (node instanceof Node.Fields fields) {
          fields.entries().forEach((key, v) -> value(v, element, inside(path, key), world));
        } else if (!Shapes.isOpen(node)) {
          wrong("a map", value, path);
        }
      }
      case Shape.Nested(var name) -> {
        if (node instanceof Node.Fields) {
          object(value, type.nested().getOrDefault(name, Map.of()), true, path, world);
        } else if (!Shapes.isOpen(node)) {
          wrong("a map", value, path);
        }
      }
      case Shape.AnyOf(var shapes) -> any(node, value, shapes, path, world);
    }
  }

  /// The elements of a list; one element alone is told and read as a list of it.
  private void list(Node node, Value<Node> value, Shape element, String path, World world) {
    if (node instanceof Node.Items(var elements, _)) {
      elements.forEach(each -> value(each, element, path + "[]", world));
    } else if (!Shapes.isOpen(node)) {
      wrong("a list", value, path);
      known(node, value, element, path + "[]", world);
    }
  }

  /// A value that is right for one of the shapes; names are looked for in all of them.
  private void any(Node node, Value<Node> value, List<Shape> shapes, String path, World world) {
    List<Shape> fitting = shapes.stream().filter(s -> Shapes.looksLike(node, s)).toList();
    if (fitting.isEmpty()) {
      wrong(Shapes.name(shapes.getFirst()), value, path);
    } else if (fitting.size() == 1) {
      known(node, value, fitting.getFirst(), path, world);
    } else if (fitting.stream().allMatch(Shape.Nested.class::isInstance)) {
      object(value, type.inside(new Shape.AnyOf(fitting)), false, path, world);
    }
  }

  private void wrong(String takes, Value<Node> value, String path) {
    problems.warning(
        "`%s` takes %s for `%s`".formatted(type.name(), takes, path), value.origin().place());
  }

  private boolean isPossible(Value<Node> value, World world) {
    return value.cases().stream()
        .anyMatch(c ->
            !(c.value() instanceof Value.Absent)
                && world.and(c.when()).filter(this::exists).isPresent());
  }

  private boolean exists(World world) {
    return resource.when().stream().anyMatch(w -> w.and(world).isPresent());
  }

  private static String inside(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
