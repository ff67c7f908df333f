package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.value.Combinations;
import dev.postern.value.Combinations.Combination;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Applies a function to arguments that differ between worlds.
final class Lift {
  private static final int MOST_WORLDS = 64;

  private Lift() {}

  /// The result in each world; `function` is given no [Value.OneOf]. Where there are too many
  /// worlds, the arguments with the most cases are taken for unknown. Secret arguments make a
  /// secret.
  static <T> Value<T> over(
      List<Value<Node>> arguments, Origin origin, Function<List<Value<Node>>, Value<T>> function) {
    List<Value.Case<T>> cases =
        combinations(arguments).stream()
            .map(c -> new Value.Case<>(c.when(), result(c.values(), function)))
            .toList();
    return cases.isEmpty()
        ? Value.unknown(new Reason(Reason.Kind.INVALID, "value at " + origin.place()), origin)
        : Value.oneOf(cases, origin);
  }

  private static <T> Value<T> result(
      List<Value<Node>> arguments, Function<List<Value<Node>>, Value<T>> function) {
    Value<T> result = function.apply(arguments);
    boolean isSecret = arguments.stream().anyMatch(a -> a.sensitivity() == Sensitivity.SECRET);
    return isSecret ? result.secret() : result;
  }

  private static List<Combination<Node>> combinations(List<Value<Node>> arguments) {
    var some = new ArrayList<>(arguments);
    Optional<List<Combination<Node>>> found = Combinations.of(some, MOST_WORLDS);
    while (found.isEmpty()) {
      int widest = 0;
      for (int i = 1; i < some.size(); i++) {
        widest = some.get(i).cases().size() > some.get(widest).cases().size() ? i : widest;
      }
      Value<Node> wide = some.get(widest);
      some.set(
          widest,
          new Value.Unknown<>(
              new Reason(Reason.Kind.BOUND, "value at " + wide.origin().place()),
              wide.origin(),
              wide.sensitivity()));
      found = Combinations.of(some, MOST_WORLDS);
    }
    return found.get();
  }
}
