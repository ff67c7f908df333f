package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.terraform.Type.Collection;
import dev.postern.readers.terraform.Type.Kind;
import dev.postern.readers.terraform.Type.Simple;
import dev.postern.readers.terraform.Type.Structure;
import dev.postern.readers.terraform.Type.Tuple;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Makes a value one of another type (Terraform language, "Type Constraints", "Conversion of
/// Complex Types").
///
/// Attributes of an object type that a value leaves out become their `optional()` default, or null;
/// attributes that the type does not name are dropped. What is not known stays so.
final class Conversion {
  private final Typing typing;

  Conversion(Typing typing) {
    this.typing = typing;
  }

  /// Whether values of one type may convert to another; a certain value may still fail.
  static boolean isPossible(Type from, Type to) {
    if (from.equals(to) || to == Simple.ANY || from == Simple.ANY) {
      return true;
    }
    return switch (to) {
      case Simple simple ->
          from.isPrimitive() && (simple == Simple.STRING || from == Simple.STRING);
      case Collection(var kind, var element) -> toCollection(from, kind, element);
      case Tuple(var elements) ->
          from instanceof Tuple(var given)
              && given.size() == elements.size()
              && pairwise(given, elements);
      case Structure(var attributes, var optional) ->
          switch (from) {
            case Structure(var given, _) ->
                attributes.entrySet().stream()
                    .allMatch(e ->
                        given.containsKey(e.getKey())
                            ? isPossible(given.get(e.getKey()), e.getValue())
                            : optional.containsKey(e.getKey()));
            case Collection(var kind, var element) ->
                kind == Kind.MAP
                    && attributes.entrySet().stream()
                        .allMatch(e ->
                            isPossible(element, e.getValue()) || optional.containsKey(e.getKey()));
            case Simple _, Tuple _ -> false;
          };
    };
  }

  private static boolean pairwise(List<Type> from, List<Type> to) {
    for (int i = 0; i < from.size(); i++) {
      if (!isPossible(from.get(i), to.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean toCollection(Type from, Kind kind, Type element) {
    return switch (from) {
      case Collection(var own, var given) ->
          (own == Kind.MAP) == (kind == Kind.MAP) && isPossible(given, element);
      case Tuple(var given) -> kind != Kind.MAP && allTo(given, element);
      case Structure(var given, _) ->
          kind == Kind.MAP && allTo(List.copyOf(given.values()), element);
      case Simple _ -> false;
    };
  }

  private static boolean allTo(List<Type> given, Type element) {
    if (given.isEmpty()) {
      return true;
    }
    Optional<Type> to = element == Simple.ANY ? Unification.of(given) : Optional.of(element);
    return to.isPresent() && given.stream().allMatch(g -> isPossible(g, to.get()));
  }

  /// The value as one of this type; [Reason.Kind#INVALID] where Terraform fails.
  Value<Node> convert(Value<Node> value, Type to) {
    if (to == Simple.ANY) {
      return value;
    }
    return switch (value) {
      case Value.Absent<Node> _, Value.Unknown<Node> _ ->
          Nodes.isError(value) ? value : absentOrUnknown(value, to);
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ ->
          value.flatMap(node -> node(node, value, to));
    };
  }

  private Value<Node> absentOrUnknown(Value<Node> value, Type to) {
    Type from = typing.of(value);
    return isPossible(from, to) ? typing.as(to.plain(), value) : wrong(to, value);
  }

  private Value<Node> node(Node node, Value<Node> value, Type to) {
    if (node instanceof Text text && text.parts().size() == 1 && text.literal().isEmpty()) {
      // INVARIANT: a lone hole or reference may be of any type
      return Value.known(node, value.origin());
    }
    return switch (to) {
      case Simple simple -> primitive(node, value, simple);
      case Collection collection -> collection(node, value, collection);
      case Tuple(var elements) -> tuple(node, value, elements);
      case Structure structure -> structure(node, value, structure);
    };
  }

  private static Value<Node> primitive(Node node, Value<Node> value, Simple to) {
    Optional<? extends Node> converted =
        switch (to) {
          case STRING -> Nodes.text(node, value.origin());
          case NUMBER -> Nodes.number(node).map(Node.Num::new);
          case BOOL -> Nodes.bool(node).map(Node.Bool::new);
          case ANY -> Optional.of(node);
        };
    if (converted.isPresent()) {
      Node same = converted.get().equals(node) ? node : converted.get();
      return Value.known(same, value.origin());
    }
    Optional<Reason> open =
        node instanceof Text text ? PartialText.printed(text).unknown() : Optional.empty();
    return open.<Value<Node>>map(why -> Value.unknown(why, value.origin()))
        .orElseGet(() -> wrong(to, value));
  }

  private static Value<Node> wrong(Type type, Value<Node> value) {
    String name =
        switch (type) {
          case Simple simple -> simple.name().toLowerCase(java.util.Locale.ROOT);
          case Collection(var kind, _) -> kind.name().toLowerCase(java.util.Locale.ROOT);
          case Tuple _ -> "tuple";
          case Structure _ -> "object";
        };
    return Value.unknown(new Reason(Reason.Kind.INVALID, name), value.origin());
  }

  private Value<Node> collection(Node node, Value<Node> value, Collection to) {
    boolean fits = to.kind() == Kind.MAP ? node instanceof Node.Fields : node instanceof Node.Items;
    if (!fits) {
      return wrong(to, value);
    }
    Type from = typing.of(node);
    Optional<Type> element = element(from, to.element());
    if (element.isEmpty() || (element.get() == Simple.ANY && isMixed(node))) {
      return wrong(to, value);
    }
    Type result = new Collection(to.kind(), element.get().plain());
    if (from.equals(result)) {
      return Value.known(node, value.origin());
    }
    return switch (node) {
      case Node.Items(var items, var rest) -> {
        List<Value<Node>> all = items.stream().map(v -> convert(v, element.get())).toList();
        boolean set =
            to.kind() == Kind.SET && all.stream().noneMatch(v -> v instanceof Value.OneOf);
        yield failed(all)
            .orElseGet(() ->
                typing.known(
                    result,
                    new Node.Items(set ? new Sets(typing).of(all) : all, rest),
                    value.origin()));
      }
      case Node.Fields(var entries, var rest) -> {
        var all = new LinkedHashMap<String, Value<Node>>();
        entries.forEach((key, v) -> all.put(key, convert(v, element.get())));
        yield failed(all.values())
            .orElseGet(() -> typing.known(result, new Node.Fields(all, rest), value.origin()));
      }
      case Text _, Node.Num _, Node.Bool _ -> wrong(to, value);
    };
  }

  /// Whether nulls of no type stand beside other things, whose type nothing says they have.
  private boolean isMixed(Node node) {
    if (!(node instanceof Node.Items(var items, _))) {
      return false;
    }
    List<Value<Node>> untyped = items.stream().filter(v -> typing.of(v) == Simple.ANY).toList();
    return !untyped.isEmpty()
        && untyped.size() < items.size()
        && untyped.stream().allMatch(v -> v instanceof Value.Absent);
  }

  /// The type of the elements when they are wanted to be of type `to`.
  private static Optional<Type> element(Type from, Type to) {
    List<Type> given =
        switch (from) {
          case Collection(_, var element) -> List.of(element);
          case Tuple(var elements) -> elements;
          case Structure(var attributes, _) -> List.copyOf(attributes.values());
          case Simple _ -> List.of(Simple.ANY);
        };
    if (to != Simple.ANY) {
      return given.stream().allMatch(g -> isPossible(g, to)) ? Optional.of(to) : Optional.empty();
    }
    if (given.isEmpty()) {
      return Optional.of(Simple.ANY);
    }
    return Unification.of(given).filter(one -> given.stream().allMatch(g -> isPossible(g, one)));
  }

  private static Optional<Value<Node>> failed(Iterable<Value<Node>> values) {
    for (Value<Node> value : values) {
      if (Nodes.isError(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private Value<Node> tuple(Node node, Value<Node> value, List<Type> to) {
    if (!(node instanceof Node.Items(var items, var rest)) || !(typing.of(node) instanceof Tuple)) {
      return node instanceof Node.Items(_, var more) && more.isPresent()
          ? Value.known(node, value.origin())
          : wrong(new Tuple(to), value);
    }
    if (items.size() != to.size()) {
      return wrong(new Tuple(to), value);
    }
    var all = new ArrayList<Value<Node>>();
    for (int i = 0; i < items.size(); i++) {
      all.add(convert(items.get(i), to.get(i)));
    }
    return failed(all).orElseGet(() -> Value.known(new Node.Items(all, rest), value.origin()));
  }

  private Value<Node> structure(Node node, Value<Node> value, Structure to) {
    if (!(node instanceof Node.Fields fields)) {
      return wrong(to, value);
    }
    var all = new LinkedHashMap<String, Value<Node>>();
    for (var attribute : to.attributes().entrySet()) {
      String name = attribute.getKey();
      Optional<Value<Node>> given = given(fields, name, value);
      Optional<Value<Node>> fallback = Optional.ofNullable(to.optional().get(name));
      if (given.isEmpty() && fallback.isEmpty()) {
        return wrong(to, value);
      }
      Value<Node> chosen =
          fallback
              .map(other -> given.map(g -> Nodes.orElse(g, other)).orElse(other))
              .orElseGet(given::orElseThrow);
      all.put(name, convert(chosen, attribute.getValue()));
    }
    return failed(all.values()).orElseGet(() -> Value.known(Node.Fields.of(all), value.origin()));
  }

  private static Optional<Value<Node>> given(Node.Fields fields, String name, Value<Node> holder) {
    Value<Node> given = fields.entries().get(name);
    return given != null
        ? Optional.of(given)
        : fields
            .rest()
            .map(why ->
                Value.unknown(new Reason(why.kind(), why.what() + "." + name), holder.origin()));
  }
}
