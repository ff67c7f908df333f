package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;

import dev.postern.model.Node;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.Map;

/// Type conversion functions (Terraform language, "Type Conversion Functions").
final class ConversionFunctions {
  private ConversionFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("tobool", Function.of(a -> as(a, Type.Simple.BOOL), ANY));
    to.put("tonumber", Function.of(a -> as(a, Type.Simple.NUMBER), ANY));
    to.put("tostring", Function.of(a -> as(a, Type.Simple.STRING), ANY));
    to.put("tolist", Function.of(a -> as(a, Type.list(Type.Simple.ANY)), ANY));
    to.put("toset", Function.of(ConversionFunctions::set, ANY));
    to.put("tomap", Function.of(a -> as(a, Type.map(Type.Simple.ANY)), ANY));
    to.put("sensitive", Function.of(a -> a.value(0).secret(), ANY));
    to.put("nonsensitive", Function.of(a -> plain(a.value(0)), ANY));
    to.put("ephemeralasnull", Function.of(a -> a.value(0), ANY));
    to.put("issensitive", Function.of(ConversionFunctions::isSensitive, ANY));
  }

  private static Value<Node> as(Arguments a, Type type) {
    Value<Node> converted = a.converted(0, type);
    return Nodes.isError(converted) ? a.invalid() : converted;
  }

  private static final Function SET =
      Function.of(a -> as(a, Type.set(Type.Simple.ANY)), Parameter.SCALARS);

  /// A set's elements are looked at; null and unknown are not refused, as `toset` converts them.
  private static Value<Node> set(Arguments a) {
    return a.value(0) instanceof Value.Known<Node>(Node.Items _, _, _)
        ? Functions.byWorld(SET, a, 0)
        : as(a, Type.set(Type.Simple.ANY));
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
