package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Converts a variable's value to its declared type (Terraform language, "Type Constraints").
///
/// Attributes of an object type that a value leaves out become their `optional()` default, or null;
/// scalars keep what was written, because whoever reads them converts.
final class Types {
  private Types() {}

  static Value<Node> convert(Value<Node> value, Optional<Attribute> type) {
    return type.map(t -> convert(value, t.value())).orElse(value);
  }

  private static Value<Node> convert(Value<Node> value, Expression type) {
    if (!(type instanceof Expression.Call(var name, _, var arguments, _, _))
        || arguments.isEmpty()) {
      return value;
    }
    Expression inner = arguments.getFirst();
    return switch (name) {
      case "object" -> inner instanceof Expression.ObjectOf object ? object(value, object) : value;
      case "list", "set", "map" -> elements(value, inner);
      case "tuple" -> value;
      case "optional" -> convert(value, inner);
      default -> value;
    };
  }

  private static Value<Node> elements(Value<Node> value, Expression type) {
    return value.flatMap(node ->
        switch (node) {
          case Node.Items(var items, var rest) -> {
            List<Value<Node>> converted = items.stream().map(item -> convert(item, type)).toList();
            yield Value.known(new Node.Items(converted, rest), value.origin());
          }
          case Node.Fields(var entries, var rest) -> {
            var converted = new LinkedHashMap<String, Value<Node>>();
            entries.forEach((key, item) -> converted.put(key, convert(item, type)));
            yield Value.known(new Node.Fields(converted, rest), value.origin());
          }
          default -> value;
        });
  }

  private static Value<Node> object(Value<Node> value, Expression.ObjectOf type) {
    return value.flatMap(node -> {
      if (!(node instanceof Node.Fields fields)) {
        return value;
      }
      var converted = new LinkedHashMap<String, Value<Node>>();
      for (Expression.Entry entry : type.entries()) {
        String name = entry.key().literal().orElse("");
        Value<Node> given = fields.field(name, value.origin());
        converted.put(
            name,
            given instanceof Value.Absent<Node>
                ? fallback(entry.value())
                : convert(given, entry.value()));
      }
      return Value.known(new Node.Fields(converted, fields.rest()), value.origin());
    });
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
