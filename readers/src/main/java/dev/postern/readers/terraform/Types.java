package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Converts a variable's value to its declared type (Terraform language, "Type Constraints").
///
/// Attributes of an object type that a value leaves out become their `optional()` default, or null;
/// attributes that the type does not name are dropped.
final class Types {
  private Types() {}

  static Value<Node> convert(Value<Node> value, Optional<Attribute> type) {
    return type.map(t -> convert(value, t.value())).orElse(value);
  }

  private static Value<Node> convert(Value<Node> value, Expression type) {
    return switch (type) {
      case Expression.Variable(var name, _) -> simple(value, name);
      case Expression.Template template ->
          template.literal().map(name -> simple(value, name)).orElse(value);
      case Expression.Call(var name, _, var arguments, _, _) when !arguments.isEmpty() ->
          complex(value, name, arguments.getFirst());
      case Expression.Parenthesised(var inner, _) -> convert(value, inner);
      default -> value;
    };
  }

  /// A primitive type, or the old bare `list` and `map`.
  private static Value<Node> simple(Value<Node> value, String type) {
    return value.flatMap(node -> {
      Optional<? extends Node> converted =
          switch (type) {
            case "string" -> Nodes.text(node, value.origin());
            case "number" -> Nodes.number(node).map(Node.Num::new);
            case "bool" -> Nodes.bool(node).map(Node.Bool::new);
            default -> Optional.of(node);
          };
      boolean open = node instanceof Text text && text.literal().isEmpty();
      if (converted.isEmpty() && !open) {
        return wrong(type, value);
      }
      Node result = converted.isPresent() ? converted.get() : node;
      return Value.known(result, value.origin());
    });
  }

  private static Value<Node> wrong(String type, Value<Node> value) {
    return Value.unknown(new Reason(Reason.Kind.INVALID, type), value.origin());
  }

  private static Value<Node> complex(Value<Node> value, String type, Expression inner) {
    return switch (type) {
      case "object" -> inner instanceof Expression.ObjectOf object ? object(value, object) : value;
      case "list", "set", "map" -> elements(value, type, inner);
      case "tuple" -> inner instanceof Expression.Tuple tuple ? tuple(value, tuple) : value;
      case "optional" -> convert(value, inner);
      default -> value;
    };
  }

  private static Value<Node> elements(Value<Node> value, String type, Expression inner) {
    return value.flatMap(node ->
        switch (node) {
          case Node.Items(var items, var rest) when !type.equals("map") -> {
            List<Value<Node>> converted = items.stream().map(item -> convert(item, inner)).toList();
            boolean differs = converted.stream().anyMatch(v -> v instanceof Value.OneOf);
            List<Value<Node>> elements =
                type.equals("set") && !differs ? SetFunctions.set(converted) : converted;
            yield Value.known(new Node.Items(elements, rest), value.origin());
          }
          case Node.Fields(var entries, var rest) when type.equals("map") -> {
            var converted = new LinkedHashMap<String, Value<Node>>();
            entries.forEach((key, item) -> converted.put(key, convert(item, inner)));
            yield Value.known(new Node.Fields(converted, rest), value.origin());
          }
          case Text text when text.literal().isEmpty() -> value;
          default -> wrong(type, value);
        });
  }

  private static Value<Node> tuple(Value<Node> value, Expression.Tuple type) {
    return value.flatMap(node -> {
      if (!(node instanceof Node.Items(var items, var rest))
          || items.size() != type.elements().size()) {
        return value;
      }
      var converted = new ArrayList<Value<Node>>();
      for (int i = 0; i < items.size(); i++) {
        converted.add(convert(items.get(i), type.elements().get(i)));
      }
      return Value.known(new Node.Items(converted, rest), value.origin());
    });
  }

  private static Value<Node> object(Value<Node> value, Expression.ObjectOf type) {
    return value.flatMap(node -> {
      if (!(node instanceof Node.Fields fields)) {
        return node instanceof Text text && text.literal().isEmpty()
            ? value
            : wrong("object", value);
      }
      var converted = new LinkedHashMap<String, Value<Node>>();
      for (Expression.Entry entry : type.entries()) {
        String name = entry.key().literal().orElse("");
        Value<Node> given = given(fields, name, value.origin());
        converted.put(
            name,
            given instanceof Value.Absent<Node>
                ? fallback(entry.value())
                : convert(given, entry.value()));
      }
      return Value.known(Node.Fields.of(converted), value.origin());
    });
  }

  private static Value<Node> given(Node.Fields fields, String name, Origin holder) {
    Value<Node> given = fields.entries().get(name);
    if (given != null) {
      return given;
    }
    return fields
        .rest()
        .<Value<Node>>map(
            why -> Value.unknown(new Reason(why.kind(), why.what() + "." + name), holder))
        .orElseGet(() -> Value.absent(holder));
  }

  private static Value<Node> fallback(Expression type) {
    boolean optional =
        type instanceof Expression.Call call
            && call.name().equals("optional")
            && call.arguments().size() == 2;
    if (optional && type instanceof Expression.Call(_, _, var arguments, _, _)) {
      return convert(Constants.value(arguments.getLast()), arguments.getFirst());
    }
    return Value.absent(Origin.written(type.span()));
  }
}
