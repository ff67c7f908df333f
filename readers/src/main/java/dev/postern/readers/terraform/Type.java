package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A type of Terraform's language (Terraform language, "Types and Values", "Type Constraints").
sealed interface Type {

  /// The primitive types, and the one that stands for any.
  enum Simple implements Type {
    /// Of values: not known. Of constraints: whatever the value is.
    ANY,
    STRING,
    NUMBER,
    BOOL
  }

  /// The kinds of collections, whose elements are of one type.
  enum Kind {
    LIST,
    SET,
    MAP
  }

  record Collection(Kind kind, Type element) implements Type {}

  record Tuple(List<Type> elements) implements Type {}

  /// An object type.
  ///
  /// @param optional the attributes that a value may leave out, with what they are then
  record Structure(Map<String, Type> attributes, Map<String, Value<Node>> optional)
      implements Type {
    public Structure {
      attributes = new LinkedHashMap<>(attributes);
      optional = new LinkedHashMap<>(optional);
    }

    static Structure of(Map<String, Type> attributes) {
      return new Structure(attributes, Map.of());
    }
  }

  static Type list(Type element) {
    return new Collection(Kind.LIST, element);
  }

  static Type set(Type element) {
    return new Collection(Kind.SET, element);
  }

  static Type map(Type element) {
    return new Collection(Kind.MAP, element);
  }

  default boolean is(Kind kind) {
    return this instanceof Collection(var own, _) && own == kind;
  }

  default boolean isPrimitive() {
    return this instanceof Simple && this != Simple.ANY;
  }

  /// The same without what says how to convert to it: a type of values.
  default Type plain() {
    return switch (this) {
      case Simple simple -> simple;
      case Collection(var kind, var element) -> new Collection(kind, element.plain());
      case Tuple(var elements) -> new Tuple(elements.stream().map(Type::plain).toList());
      case Structure(var attributes, _) -> {
        var plain = new LinkedHashMap<String, Type>();
        attributes.forEach((name, type) -> plain.put(name, type.plain()));
        yield Structure.of(plain);
      }
    };
  }

  /// Whether something in it is not known.
  default boolean isOpen() {
    return switch (this) {
      case Simple simple -> simple == Simple.ANY;
      case Collection(_, var element) -> element.isOpen();
      case Tuple(var elements) -> elements.stream().anyMatch(Type::isOpen);
      case Structure(var attributes, _) -> attributes.values().stream().anyMatch(Type::isOpen);
    };
  }
}
