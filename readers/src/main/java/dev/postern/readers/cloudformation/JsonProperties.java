package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
import dev.postern.readers.cloudformation.sam.Serverless;
import dev.postern.readers.json.Decoding;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads JSON that is written as a string where AWS takes an object: CloudFormation accepts both
/// for policy documents.
final class JsonProperties {
  private final TypeSchema type;
  private final Problems problems;

  private JsonProperties(TypeSchema type, Problems problems) {
    this.type = type;
    this.problems = problems;
  }

  /// The properties of a resource of this type; as they are where its schema is not known. What SAM
  /// hands on is decoded as a property of what it makes.
  static Value<Node> decoded(
      Optional<Schemas> schemas, String type, Value<Node> properties, Problems problems) {
    return schemas
        .filter(_ -> Serverless.becomes(type).equals(type))
        .flatMap(s -> s.type(type))
        .map(s -> new JsonProperties(s, problems).decode(properties, s.properties()))
        .orElse(properties);
  }

  private Value<Node> decode(Value<Node> object, Map<String, PropertySchema> schema) {
    return object.map(node -> {
      if (!(node instanceof Node.Fields(var entries, var rest))) {
        return node;
      }
      var decoded = new LinkedHashMap<>(entries);
      decoded.replaceAll(
          (key, value) -> schema.containsKey(key) ? decode(value, schema.get(key).shape()) : value);
      return new Node.Fields(decoded, rest);
    });
  }

  private Value<Node> decode(Value<Node> value, Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar -> scalar == Shape.Scalar.JSON ? json(value) : value;
      case Shape.ListOf(var element) ->
          value.map(node ->
              node instanceof Node.Items(var values, var rest)
                  ? new Node.Items(values.stream().map(v -> decode(v, element)).toList(), rest)
                  : node);
      case Shape.Nested _ -> decode(value, type.inside(shape));
      case Shape.AnyOf(var shapes) ->
          shapes.contains(Shape.Scalar.JSON) ? json(value) : decode(value, type.inside(shape));
      case Shape.MapOf _ -> value;
    };
  }

  private Value<Node> json(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(Text text, var origin, var sensitivity) when isObject(text) -> {
        Value<Node> decoded = Decoding.json(text, origin.place(), problems::add);
        Value<Node> seen = decoded.under(origin);
        yield sensitivity == Sensitivity.SECRET ? seen.secret() : seen;
      }
      case Value.OneOf<Node>(var cases, var origin) -> {
        var decoded = new ArrayList<Value.Case<Node>>();
        cases.forEach(c -> decoded.add(new Value.Case<>(c.when(), json(c.value()))));
        yield Value.oneOf(decoded, origin);
      }
      case Value.Known<Node> _,
          Value.Default<Node> _,
          Value.Absent<Node> _,
          Value.Unknown<Node> _ ->
          value;
    };
  }

  private static boolean isObject(Text text) {
    boolean isJson = text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json;
    String start = text.prefix().stripLeading();
    // INVARIANT: a dynamic reference such as `{{resolve:ssm:name}}` is no object
    return isJson || (start.startsWith("{") && !start.startsWith("{{"));
  }
}
