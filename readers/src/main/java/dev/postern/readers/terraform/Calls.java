package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Combinations;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Function calls: the two that catch errors here, all others in [Functions], world by world.
final class Calls {
  private static final int WORLDS = 64;

  private final Evaluator evaluator;

  Calls(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value<Node> value(Expression.Call call) {
    Origin here = Origin.written(call.span());
    return switch (call.name()) {
      case "try" -> firstThatWorks(call);
      case "can" -> can(call, here);
      default -> {
        Optional<List<Value<Node>>> arguments = arguments(call);
        yield arguments.isEmpty()
            ? Value.unknown(new Reason(Reason.Kind.UNSUPPORTED, Evaluator.source(call)), here)
            : apply(call, arguments.get(), here);
      }
    };
  }

  private Value<Node> apply(Expression.Call call, List<Value<Node>> arguments, Origin here) {
    return Combinations.of(arguments, WORLDS)
        .map(all ->
            Value.oneOf(
                all.stream()
                    .map(c ->
                        new Value.Case<>(
                            c.when(), Functions.apply(call, c.values(), evaluator.module())))
                    .toList(),
                here))
        .orElseGet(
            () -> Value.unknown(new Reason(Reason.Kind.BOUND, Evaluator.source(call)), here));
  }

  /// The arguments with a final `...` expanded; nothing where what it expands is not known.
  private Optional<List<Value<Node>>> arguments(Expression.Call call) {
    var all = new ArrayList<>(call.arguments().stream().map(evaluator::value).toList());
    if (call.expands() && !all.isEmpty()) {
      Value<Node> last = all.removeLast();
      if (!(last.sole().orElse(null) instanceof Node.Items(var items, var rest))
          || rest.isPresent()) {
        return Optional.empty();
      }
      items.forEach(item -> all.add(item.under(last.origin())));
    }
    return Optional.of(all);
  }

  /// `try`: the first argument that is no error. One whose failure is not known may be the answer.
  private Value<Node> firstThatWorks(Expression.Call call) {
    Value<Node> last = Value.absent(Origin.written(call.span()));
    for (Expression argument : call.arguments()) {
      last = evaluator.value(argument);
      if (!isError(last)) {
        return last;
      }
    }
    return last;
  }

  private Value<Node> can(Expression.Call call, Origin here) {
    Value<Node> value =
        call.arguments().isEmpty()
            ? Value.absent(here)
            : evaluator.value(call.arguments().getFirst());
    boolean known = isError(value) || !(value instanceof Value.Unknown<Node>);
    return known
        ? Value.known(new Node.Bool(!isError(value)), here)
        : Value.unknown(Nodes.whyUnknown(value, Evaluator.source(call)), here);
  }

  private static boolean isError(Value<Node> value) {
    return value instanceof Value.Unknown<Node>(var reason, _, _)
        && reason.kind() == Reason.Kind.INVALID;
  }
}
