package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.model.TypeSchema;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Gives attributes that are known only after apply their names in CloudFormation: `dns_name` is
/// `DNSName`. Those that it does not have keep theirs.
final class References {
  private final Map<String, String> types;
  private final Schemas schemas;
  private final Map<String, String> names = new HashMap<>();

  /// @param types the type of each resource, by address
  References(Map<String, String> types, Schemas schemas) {
    this.types = types;
    this.schemas = schemas;
  }

  /// The same object with other names, or the very same where there are none to change.
  @SuppressWarnings("ReferenceEquality") // whether it is the very same is the question
  Value<Node> named(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, var sensitivity) -> {
        Node changed = named(node);
        yield changed == node ? value : new Value.Known<>(changed, origin, sensitivity);
      }
      case Value.OneOf<Node>(var cases, var origin) -> {
        var changed =
            cases.stream().map(c -> new Value.Case<>(c.when(), named(c.value()))).toList();
        yield new Value.OneOf<>(changed, origin);
      }
      case Value.Default<Node> _, Value.Absent<Node> _, Value.Unknown<Node> _ -> value;
    };
  }

  @SuppressWarnings("ReferenceEquality") // whether it is the very same is the question
  private Node named(Node node) {
    return switch (node) {
      case Text text -> named(text);
      case Node.Items(var items, var rest) -> {
        var changed = new ArrayList<Value<Node>>(items.size());
        boolean same = true;
        for (Value<Node> item : items) {
          Value<Node> other = named(item);
          same &= other == item;
          changed.add(other);
        }
        yield same ? node : new Node.Items(changed, rest);
      }
      case Node.Fields(var entries, var rest) -> {
        SequencedMap<String, Value<Node>> changed = new LinkedHashMap<>();
        boolean same = true;
        for (var entry : entries.entrySet()) {
          Value<Node> other = named(entry.getValue());
          same &= other == entry.getValue();
          changed.put(entry.getKey(), other);
        }
        yield same ? node : new Node.Fields(changed, rest);
      }
      case Node.Num _, Node.Bool _ -> node;
    };
  }

  private Text named(Text text) {
    List<Part> parts = text.parts();
    boolean plain =
        parts.stream()
            .noneMatch(part -> part instanceof Part.Json || part instanceof Part.Reference);
    return plain ? text : Text.of(parts.stream().map(this::named).toList());
  }

  private Part named(Part part) {
    return switch (part) {
      case Part.Literal _, Part.Hole _ -> part;
      case Part.Json(var document, var origin) -> new Part.Json(named(document), origin);
      case Part.Reference(var target, var attribute, var value, var origin) ->
          new Part.Reference(target, name(target, attribute), value.map(this::named), origin);
    };
  }

  private String name(String target, String attribute) {
    String type = types.get(target);
    boolean named = attribute.isEmpty() || Character.isUpperCase(attribute.charAt(0));
    return type == null || named
        ? attribute
        : names.computeIfAbsent(
            type + "\t" + attribute,
            _ ->
                schemas
                    .type(type)
                    .flatMap(schema -> find(schema, attribute.replace("_", "")))
                    .orElse(attribute));
  }

  private static Optional<String> find(TypeSchema schema, String attribute) {
    return schema.attributes().stream()
        .filter(name -> name.replace(".", "").equalsIgnoreCase(attribute))
        .findFirst()
        .or(() ->
            schema.attributes().stream()
                .filter(name -> name.equalsIgnoreCase(attribute + ".Address"))
                .findFirst());
  }
}
