package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the type that a variable declares (Terraform language, "Type Constraints").
final class Types {
  private Types() {}

  static Type of(Optional<Attribute> type) {
    return type.map(t -> of(t.value())).orElse(Type.Simple.ANY);
  }

  private static Type of(Expression type) {
    return switch (type) {
      case Expression.Variable(var name, _) -> named(name);
      case Expression.Template template ->
          template.literal().map(Types::named).orElse(Type.Simple.ANY);
      case Expression.Parenthesised(var inner, _) -> of(inner);
      case Expression.Call(var name, _, var arguments, _, _) when !arguments.isEmpty() ->
          complex(name, arguments.getFirst());
      default -> Type.Simple.ANY;
    };
  }

  /// A primitive type, or the old bare `list` and `map`.
  private static Type named(String name) {
    return switch (name) {
      case "string" -> Type.Simple.STRING;
      case "number" -> Type.Simple.NUMBER;
      case "bool" -> Type.Simple.BOOL;
      case "list" -> Type.list(Type.Simple.ANY);
      case "set" -> Type.set(Type.Simple.ANY);
      case "map" -> Type.map(Type.Simple.ANY);
      default -> Type.Simple.ANY;
    };
  }

  private static Type complex(String name, Expression inner) {
    return switch (name) {
      case "list" -> Type.list(of(inner));
      case "set" -> Type.set(of(inner));
      case "map" -> Type.map(of(inner));
      case "tuple" ->
          inner instanceof Expression.Tuple(var elements, _)
              ? new Type.Tuple(elements.stream().map(Types::of).toList())
              : Type.Simple.ANY;
      case "object" ->
          inner instanceof Expression.ObjectOf(var entries, _)
              ? structure(entries)
              : Type.Simple.ANY;
      case "optional" -> of(inner);
      default -> Type.Simple.ANY;
    };
  }

  private static Type structure(List<Expression.Entry> entries) {
    var attributes = new LinkedHashMap<String, Type>();
    Map<String, Value<Node>> optional = new LinkedHashMap<>();
    for (Expression.Entry entry : entries) {
      String name = entry.key().literal().orElse("");
      attributes.put(name, of(entry.value()));
      if (entry.value() instanceof Expression.Call(var call, _, var arguments, _, var span)
          && call.equals("optional")) {
        optional.put(
            name,
            arguments.size() == 2
                ? Constants.value(arguments.getLast())
                : Value.absent(Origin.written(span)));
      }
    }
    return new Type.Structure(attributes, optional);
  }
}
