package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.LIST;
import static dev.postern.readers.terraform.Parameter.SET;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Functions on sets (Terraform language, "setunion" and those beside it). A set is a list without
/// repetitions, strings and numbers in order; half-known elements stay where they are.
final class SetFunctions {
  private SetFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("setunion", Function.repeating(SetFunctions::union, SET, SET));
    to.put("setintersection", Function.repeating(a -> common(a, true), SET, SET));
    to.put("setsubtract", Function.of(a -> common(a, false), SET, SET));
    to.put("setproduct", Function.repeating(SetFunctions::product, LIST));
  }

  /// The arguments as sets of one type of elements; empty where there is no such type.
  private static Optional<Alike> alike(Arguments a) {
    var types = new ArrayList<Type>();
    for (int i = 0; i < a.size(); i++) {
      Type element = a.typing().element(a.node(i));
      boolean nothing =
          element == Type.Simple.ANY && a.elements(i).isEmpty() && a.rest(i).isEmpty();
      if (!nothing) {
        types.add(element);
      }
    }
    Optional<Type> common = types.isEmpty() ? Optional.of(Type.Simple.ANY) : Unification.of(types);
    if (common.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<Node.Items>();
    for (int i = 0; i < a.size(); i++) {
      Value<Node> set = a.converted(i, Type.set(common.get()));
      if (!(set.sole().orElse(null) instanceof Node.Items items)) {
        return Optional.empty();
      }
      all.add(items);
    }
    return Optional.of(new Alike(common.get(), all));
  }

  private record Alike(Type element, List<Node.Items> sets) {}

  private static Value<Node> union(Arguments a) {
    Optional<Alike> alike = alike(a);
    if (alike.isEmpty()) {
      return a.invalid();
    }
    var all = new ArrayList<Value<Node>>();
    Optional<Reason> rest = Optional.empty();
    for (int i = 0; i < a.size(); i++) {
      Origin from = a.value(i).origin();
      alike.get().sets().get(i).values().forEach(v -> all.add(v.under(from)));
      rest = rest.isPresent() ? rest : a.rest(i);
    }
    return a.set(alike.get().element(), all, rest);
  }

  /// The elements of the first set that are in all others, or in none.
  private static Value<Node> common(Arguments a, boolean wanted) {
    Optional<Alike> alike = alike(a);
    if (alike.isEmpty()) {
      return a.invalid();
    }
    var kept = new ArrayList<Value<Node>>();
    Optional<Reason> rest = a.rest(0);
    for (Value<Node> element : alike.get().sets().getFirst().values()) {
      Truth stays = Truth.TRUE;
      for (Node.Items other : alike.get().sets().subList(1, a.size())) {
        Truth in = in(element, other, a);
        stays = stays.and(wanted ? in : in.not());
      }
      if (stays == Truth.TRUE) {
        kept.add(element.under(a.value(0).origin()));
      } else if (stays == Truth.UNKNOWN && rest.isEmpty()) {
        rest = why(element, a);
      }
    }
    return a.set(alike.get().element(), kept, rest);
  }

  private static Truth in(Value<Node> element, Node.Items set, Arguments a) {
    Truth found = set.rest().isPresent() ? Truth.UNKNOWN : Truth.FALSE;
    for (Value<Node> other : set.values()) {
      found = found.or(new Equality(a.typing()).same(element, other));
    }
    return found;
  }

  private static Optional<Reason> why(Value<Node> element, Arguments a) {
    for (int i = 1; i < a.size(); i++) {
      Optional<Reason> open =
          a.rest(i).or(() -> Nodes.unknown(element)).or(firstUnknown(a.elements(i)));
      if (open.isPresent()) {
        return open;
      }
    }
    return Optional.of(new Reason(Reason.Kind.UNSUPPORTED, Evaluator.source(a.call())));
  }

  private static Supplier<Optional<Reason>> firstUnknown(List<Value<Node>> values) {
    return () -> values.stream().flatMap(v -> Nodes.unknown(v).stream()).findFirst();
  }

  /// The list or set of which tuples are made, its elements of one type; empty where there is no
  /// such type.
  private static Optional<Node.Items> factor(Arguments a, int i) {
    boolean collection = a.type(i) instanceof Type.Collection;
    Value<Node> list = collection ? a.value(i) : a.converted(i, Type.list(Type.Simple.ANY));
    return list.sole().filter(Node.Items.class::isInstance).map(Node.Items.class::cast);
  }

  private static Value<Node> product(Arguments a) {
    List<List<Value<Node>>> rows = List.of(List.of());
    Optional<Reason> rest = Optional.empty();
    boolean sets = false;
    var types = new ArrayList<Type>();
    for (int i = 0; i < a.size(); i++) {
      Optional<Node.Items> factor = factor(a, i);
      if (factor.isEmpty()) {
        return a.invalid();
      }
      sets |= a.isSet(i);
      Origin from = a.value(i).origin();
      types.add(a.typing().element(factor.get()));
      List<Value<Node>> elements = factor.get().values().stream().map(v -> v.under(from)).toList();
      if ((long) rows.size() * elements.size() > Bounds.ELEMENTS) {
        return a.tooLarge();
      }
      var next = new ArrayList<List<Value<Node>>>();
      for (List<Value<Node>> row : rows) {
        for (Value<Node> element : elements) {
          var longer = new ArrayList<>(row);
          longer.add(element);
          next.add(longer);
        }
      }
      rows = next;
      rest = rest.isPresent() ? rest : a.rest(i);
    }
    if (a.size() < 2) {
      return a.invalid();
    }
    List<Value<Node>> tuples = rows.stream().map(a::tuple).toList();
    Type element = new Type.Tuple(types);
    return sets ? a.set(element, tuples, rest) : a.list(element, tuples, rest);
  }
}
