package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Type conversion functions (Terraform language, "Type Conversion Functions").
final class ConversionFunctions {
  private static final Set<String> MAY_BE_EPHEMERAL =
      Set.of("ephemeral", "var", "local", "module", "each", "terraform");

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
    to.put("ephemeralasnull", Function.of(ConversionFunctions::unlessEphemeral, ANY));
    to.put("issensitive", Function.of(ConversionFunctions::isSensitive, ANY));
  }

  /// Whether a value is ephemeral is not followed through names, so that behind one it is left open
  /// whether this is the value or null (Terraform language, "ephemeralasnull").
  private static Value<Node> unlessEphemeral(Arguments a) {
    Expression written = a.call().arguments().getFirst();
    boolean mayBe = roots(written).anyMatch(MAY_BE_EPHEMERAL::contains);
    return mayBe
        ? Evaluator.unknown(Reason.Kind.UNSUPPORTED, Evaluator.source(a.call()), a.call().span())
        : a.value(0);
  }

  private static Stream<String> roots(Expression expression) {
    return expression instanceof Expression.Variable(var name, _)
        ? Stream.of(name)
        : expression.children().stream().flatMap(ConversionFunctions::roots);
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
