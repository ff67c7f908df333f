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
    return switch (Functions.name(call)) {
      case "try" -> firstThatWorks(call, 0, here);
      case "can" -> can(call, here);
      default -> byWorld(call, call.arguments().stream().map(evaluator::whole).toList(), here);
    };
  }

  private Value<Node> byWorld(Expression.Call call, List<Value<Node>> arguments, Origin here) {
    return Combinations.of(arguments, WORLDS)
        .map(all ->
            Value.oneOf(
                all.stream()
                    .map(c -> new Value.Case<>(c.when(), apply(call, c.values(), here)))
                    .toList(),
                here))
        .orElseGet(
            () -> Value.unknown(new Reason(Reason.Kind.BOUND, Evaluator.source(call)), here));
  }

  /// Expands the argument before `...`, whose elements may differ between worlds again.
  private Value<Node> apply(Expression.Call call, List<Value<Node>> arguments, Origin here) {
    if (!call.expands() || arguments.isEmpty()) {
      return Functions.apply(call, arguments, evaluator);
    }
    Value<Node> last = arguments.getLast();
    var all = new ArrayList<>(arguments.subList(0, arguments.size() - 1));
    switch (last) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        items.forEach(item -> all.add(item.under(origin)));
        // INVARIANT: one more unknown argument stands for all that may be there
        rest.ifPresent(why -> all.add(Value.unknown(why, origin)));
      }
      case Value.Unknown<Node> _ -> all.add(last);
      case Value.Known<Node> _,
          Value.Default<Node> _,
          Value.Absent<Node> _,
          Value.OneOf<Node> _ -> {
        return Value.unknown(new Reason(Reason.Kind.INVALID, Evaluator.source(call)), here);
      }
    }
    boolean differs = all.stream().anyMatch(v -> v instanceof Value.OneOf);
    return differs ? expanded(call, all, here) : Functions.apply(call, all, evaluator);
  }

  private Value<Node> expanded(Expression.Call call, List<Value<Node>> arguments, Origin here) {
    return Combinations.of(arguments, WORLDS)
        .map(all ->
            Value.oneOf(
                all.stream()
                    .map(c ->
                        new Value.Case<>(c.when(), Functions.apply(call, c.values(), evaluator)))
                    .toList(),
                here))
        .orElseGet(
            () -> Value.unknown(new Reason(Reason.Kind.BOUND, Evaluator.source(call)), here));
  }

  /// `try`: in each world the first argument that is no error.
  private Value<Node> firstThatWorks(Expression.Call call, int from, Origin here) {
    if (from >= call.arguments().size()) {
      return Value.unknown(new Reason(Reason.Kind.INVALID, Evaluator.source(call)), here);
    }
    Value<Node> value = evaluator.value(call.arguments().get(from));
    if (value.cases().stream().noneMatch(c -> Nodes.hasError(c.value()))) {
      return value;
    }
    Value<Node> next = firstThatWorks(call, from + 1, here);
    return Value.oneOf(
        value.cases().stream()
            .map(c -> new Value.Case<>(c.when(), Nodes.hasError(c.value()) ? next : c.value()))
            .toList(),
        here);
  }

  private Value<Node> can(Expression.Call call, Origin here) {
    if (call.arguments().size() != 1) {
      return Value.unknown(new Reason(Reason.Kind.INVALID, Evaluator.source(call)), here);
    }
    Value<Node> value = evaluator.value(call.arguments().getFirst());
    return Value.oneOf(
        value.cases().stream().map(c -> new Value.Case<>(c.when(), can(c.value(), here))).toList(),
        here);
  }

  private static Value<Node> can(Value<Node> value, Origin here) {
    boolean error = Nodes.hasError(value);
    Optional<Reason> why =
        error || !(value instanceof Value.Unknown<Node>(var reason, _, _))
            ? Optional.empty()
            : Optional.of(Derived.call(reason, "can", List.of(value)));
    return why.<Value<Node>>map(reason -> Value.unknown(reason, here))
        .orElseGet(() -> Value.known(new Node.Bool(!error), here));
  }
}
