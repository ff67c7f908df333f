package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.SCALARS;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// Type conversion functions (Terraform language, "Type Conversion Functions").
final class ConversionFunctions {
  private ConversionFunctions() {}

  static void add(Map<String, Function> to) {
    to.put(
        "tobool",
        Function.of(
            a -> scalar(a, n -> Nodes.bool(n).map(Node.Bool::new), n -> n instanceof Node.Num),
            ANY));
    to.put("tolist", Function.of(a -> collection(a, false), ANY));
    to.put("toset", Function.of(ConversionFunctions::set, ANY));
    to.put("tomap", Function.of(ConversionFunctions::map, ANY));
    to.put("sensitive", Function.of(a -> a.value(0).secret(), ANY));
    to.put("nonsensitive", Function.of(a -> plain(a.value(0)), ANY));
    to.put("ephemeralasnull", Function.of(a -> a.value(0), ANY));
    to.put("issensitive", Function.of(ConversionFunctions::isSensitive, ANY));
  }

  interface Scalar {
    Optional<? extends Node> of(Node node);
  }

  /// A scalar of another type; null and what is not known stay so.
  static Value<Node> scalar(Arguments a, Scalar convert, Predicate<Node> never) {
    return switch (a.value(0)) {
      case Value.Known<Node>(var node, _, _) -> {
        Optional<? extends Node> converted = never.test(node) ? Optional.empty() : convert.of(node);
        if (converted.isPresent()) {
          Node found = converted.get();
          yield a.value(0).map(_ -> found);
        }
        yield node instanceof Text text && text.unknown().isPresent()
            ? a.unknown(text.unknown().get())
            : a.invalid();
      }
      case Value.Unknown<Node> _, Value.Absent<Node> _ -> a.value(0);
      case Value.Default<Node> _, Value.OneOf<Node> _ -> a.invalid();
    };
  }

  private static Value<Node> collection(Arguments a, boolean set) {
    Value<Node> value = a.value(0);
    return switch (value) {
      case Value.Known<Node>(Node.Items(var items, var rest), _, _) ->
          value.map(_ -> new Node.Items(set ? SetFunctions.set(items) : unified(items), rest));
      case Value.Unknown<Node> _, Value.Absent<Node> _ -> value;
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> a.invalid();
    };
  }

  private static final Function SET = Function.of(a -> collection(a, true), SCALARS);

  /// A set's elements are looked at; null and unknown are not refused, as `toset` converts them.
  private static Value<Node> set(Arguments a) {
    return a.value(0) instanceof Value.Known<Node>(Node.Items _, _, _)
        ? Functions.byWorld(SET, a, 0)
        : collection(a, true);
  }

  private static Value<Node> map(Arguments a) {
    Value<Node> value = a.value(0);
    return switch (value) {
      case Value.Known<Node>(Node.Fields(var entries, var rest), _, _) -> {
        List<Value<Node>> values = unified(List.copyOf(entries.values()));
        SequencedMap<String, Value<Node>> converted = new LinkedHashMap<>();
        int i = 0;
        for (String key : entries.keySet()) {
          converted.put(key, values.get(i++));
        }
        yield value.map(_ -> new Node.Fields(converted, rest));
      }
      case Value.Unknown<Node> _, Value.Absent<Node> _ -> value;
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> a.invalid();
    };
  }

  /// Elements of one type: where strings stand among other scalars, all are strings (Terraform
  /// language, "Type Constraints", "Conversion of Complex Types").
  static List<Value<Node>> unified(List<Value<Node>> values) {
    boolean strings = values.stream().anyMatch(v -> v.sole().orElse(null) instanceof Text);
    boolean others =
        values.stream()
            .anyMatch(v ->
                v.sole().orElse(null) instanceof Node.Num
                    || v.sole().orElse(null) instanceof Node.Bool);
    return strings && others ? strings(values) : values;
  }

  static List<Value<Node>> strings(List<Value<Node>> values) {
    return values.stream()
        .map(v -> v.map(node -> Nodes.text(node, v.origin()).map(n -> (Node) n).orElse(node)))
        .toList();
  }

  private static Value<Node> plain(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, _) -> Value.known(node, origin);
      case Value.Unknown<Node>(var reason, var origin, _) -> Value.unknown(reason, origin);
      case Value.Absent<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> value;
    };
  }

  private static Value<Node> isSensitive(Arguments a) {
    return a.value(0) instanceof Value.Unknown<Node>(var why, _, _)
        ? a.unknown(why)
        : a.bool(a.value(0).sensitivity() == Sensitivity.SECRET);
  }
}
