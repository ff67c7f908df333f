package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.List;

/// Terraform's functions (Terraform language, "Functions").
final class Functions {
  private Functions() {}

  /// The result of a call; unknown where it depends on something unknown, [Reason.Kind#INVALID]
  /// where Terraform fails.
  ///
  /// @param arguments none of them a [Value.OneOf]
  static Value<Node> apply(
      Expression.Call call, List<Value<Node>> arguments, ModuleInstance module) {
    Origin here = Origin.written(call.span());
    return switch (call.name()) {
      case "jsonencode" ->
          Value.known(Text.of(List.of(new Text.Part.Json(arguments.getFirst(), here))), here);
      default -> Value.unknown(new Reason(Reason.Kind.UNSUPPORTED, Evaluator.source(call)), here);
    };
  }
}
