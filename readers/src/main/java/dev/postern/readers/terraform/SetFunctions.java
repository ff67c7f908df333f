package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.LIST;
import static dev.postern.readers.terraform.Parameter.SCALARS;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Functions on sets (Terraform language, "setunion" and those beside it). A set is a list without
/// repetitions, strings and numbers in order; half-known elements stay where they are.
final class SetFunctions {
  private SetFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("setunion", Function.repeating(SetFunctions::union, SCALARS));
    to.put("setintersection", Function.repeating(a -> common(a, true), SCALARS, SCALARS));
    to.put("setsubtract", Function.of(a -> common(a, false), SCALARS, SCALARS));
    to.put("setproduct", Function.repeating(SetFunctions::product, LIST));
  }

  /// The first of each; two that may be equal both stay.
  static List<Value<Node>> distinct(List<Value<Node>> values) {
    var all = new ArrayList<Value<Node>>();
    Set<String> strings = new LinkedHashSet<>();
    for (Value<Node> value : values) {
      Optional<String> string =
          value.sole().orElse(null) instanceof Text text ? text.literal() : Optional.empty();
      boolean isNew =
          string.isPresent()
              ? strings.add(string.get())
              : all.stream().noneMatch(v -> Equality.same(v, value) == Truth.TRUE);
      if (isNew) {
        all.add(value);
      }
    }
    return all;
  }

  /// Known strings and numbers in order, everything else as it is.
  static List<Value<Node>> sorted(List<Value<Node>> values) {
    if (values.stream().allMatch(v -> isText(v) && Nodes.string(v).isPresent())) {
      return values.stream()
          .sorted(
              Comparator.comparing((Value<Node> v) -> Nodes.string(v).orElseThrow(), CODE_POINTS))
          .toList();
    }
    boolean numbers = values.stream().allMatch(v -> v.sole().orElse(null) instanceof Node.Num);
    return numbers
        ? values.stream()
            .sorted(Comparator.comparing(v -> Nodes.number(v.sole().orElseThrow()).orElseThrow()))
            .toList()
        : values;
  }

  /// Strings by their UTF-8 bytes, which is by code points.
  static final Comparator<String> CODE_POINTS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private static boolean isText(Value<Node> value) {
    return value.sole().orElse(null) instanceof Text;
  }

  /// A list as a set.
  static List<Value<Node>> set(List<Value<Node>> values) {
    return sorted(distinct(ConversionFunctions.unified(values)));
  }

  private static Value<Node> union(Arguments a) {
    var all = new ArrayList<Value<Node>>();
    Optional<Reason> rest = Optional.empty();
    for (int i = 0; i < a.size(); i++) {
      all.addAll(a.elements(i));
      rest = rest.isPresent() ? rest : a.rest(i);
    }
    return a.size() == 0 ? a.invalid() : a.list(set(all), rest);
  }

  /// The elements of the first set that are in all others, or in none.
  private static Value<Node> common(Arguments a, boolean wanted) {
    var kept = new ArrayList<Value<Node>>();
    Optional<Reason> rest = a.rest(0);
    for (Value<Node> element : a.elements(0)) {
      Truth stays = Truth.TRUE;
      for (int i = 1; i < a.size(); i++) {
        Truth in = in(element, a, i);
        stays = stays.and(wanted ? in : in.not());
      }
      if (stays == Truth.TRUE) {
        kept.add(element);
      } else if (stays == Truth.UNKNOWN && rest.isEmpty()) {
        rest = why(element, a);
      }
    }
    return a.list(set(kept), rest);
  }

  private static Truth in(Value<Node> element, Arguments a, int set) {
    Truth found = a.rest(set).isPresent() ? Truth.UNKNOWN : Truth.FALSE;
    for (Value<Node> other : a.elements(set)) {
      found = found.or(Equality.same(element, other));
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

  private static Value<Node> product(Arguments a) {
    List<List<Value<Node>>> rows = List.of(List.of());
    Optional<Reason> rest = Optional.empty();
    for (int i = 0; i < a.size(); i++) {
      List<Value<Node>> elements = a.elements(i);
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
    return a.size() < 2 ? a.invalid() : a.list(rows.stream().map(a::list).toList(), rest);
  }
}
