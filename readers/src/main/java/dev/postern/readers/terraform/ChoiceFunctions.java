package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.LIST;
import static dev.postern.readers.terraform.Parameter.NUMBER;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Functions that take one of several values (Terraform language, "Collection Functions").
final class ChoiceFunctions {
  private ChoiceFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("element", Function.of(ChoiceFunctions::element, LIST, NUMBER));
    to.put("one", Function.of(ChoiceFunctions::one, ANY));
    to.put("coalesce", Function.repeating(ChoiceFunctions::coalesce, ANY));
    to.put("coalescelist", Function.repeating(ChoiceFunctions::coalesceList, ANY));
  }

  private static Value<Node> element(Arguments a) {
    Optional<Integer> index = a.integer(1);
    if (index.isEmpty() || a.isSet(0)) {
      return a.invalid();
    }
    if (a.rest(0).isPresent()) {
      return a.unknown(a.rest(0).get());
    }
    List<Value<Node>> elements = a.elements(0);
    int at = elements.isEmpty() ? -1 : index.get() % elements.size();
    return at < 0 ? a.invalid() : elements.get(at);
  }

  private static Value<Node> one(Arguments a) {
    return switch (a.value(0)) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        if (rest.isPresent()) {
          yield items.size() > 1 ? a.invalid() : a.unknown(rest.get());
        }
        yield switch (items.size()) {
          case 0 -> Value.absent(a.here());
          case 1 -> items.getFirst().under(origin);
          default -> a.invalid();
        };
      }
      case Value.Unknown<Node>(var why, _, _) -> a.unknown(why);
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ ->
          a.invalid();
    };
  }

  /// The first argument that is neither null nor an empty string, in the type that all have in
  /// common.
  private static Value<Node> coalesce(Arguments a) {
    Optional<Type> common = Unification.of(a.values().stream().map(a.typing()::of).toList());
    if (common.isEmpty()) {
      return a.invalid();
    }
    for (int i = 0; i < a.size(); i++) {
      Value<Node> value = a.converted(i, common.get());
      if (Nodes.isError(value)) {
        return a.invalid();
      }
      switch (ListFunctions.isEmpty(value)) {
        case FALSE -> {
          return value;
        }
        case UNKNOWN -> {
          return a.unknown(Nodes.whyUnknown(value, "coalesce"));
        }
        case TRUE -> {}
      }
    }
    return a.invalid();
  }

  private static Value<Node> coalesceList(Arguments a) {
    if (IntStream.range(0, a.size()).anyMatch(a::isSet)) {
      return a.invalid();
    }
    for (int i = 0; i < a.size(); i++) {
      Value<Node> value = a.value(i);
      switch (value) {
        case Value.Unknown<Node>(var why, _, _) -> {
          return a.unknown(why);
        }
        case Value.Known<Node>(Node.Items(var items, var rest), _, _) -> {
          if (!items.isEmpty()) {
            return value;
          }
          if (rest.isPresent()) {
            return a.unknown(rest.get());
          }
        }
        case Value.Absent<Node> _ -> {
          if (!a.type(i).is(Type.Kind.LIST)) {
            return a.invalid();
          }
        }
        case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> {
          return a.invalid();
        }
      }
    }
    return a.invalid();
  }
}
