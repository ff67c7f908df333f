package dev.postern.readers.cloudformation;

import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import dev.postern.value.World.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Says the same about fewer worlds.
final class Worlds {
  private Worlds() {}

  /// The same truth in as few worlds as are easily found: one, when it is the same in all, and `Env
  /// ≠ prod` in place of one world for each other value of `Env`.
  static Value<Boolean> merged(Value<Boolean> value) {
    List<Value.Case<Boolean>> cases = value.cases();
    List<Value.Case<Boolean>> yes = when(cases, true);
    List<Value.Case<Boolean>> no = when(cases, false);
    if (yes.size() + no.size() < cases.size() || cases.size() < 2) {
      return value;
    }
    if (yes.isEmpty() || no.isEmpty()) {
      return Value.known(no.isEmpty(), value.origin());
    }
    boolean isRare = yes.size() <= no.size();
    List<Value.Case<Boolean>> few = isRare ? yes : no;
    List<Value.Case<Boolean>> many = isRare ? no : yes;
    return others(few)
        .map(others -> {
          var merged = new ArrayList<>(few);
          merged.add(new Value.Case<>(others, many.getFirst().value()));
          return Value.oneOf(merged, value.origin());
        })
        .orElse(value);
  }

  private static List<Value.Case<Boolean>> when(List<Value.Case<Boolean>> cases, boolean truth) {
    return cases.stream()
        .filter(c -> c.value().sole().filter(v -> v == truth).isPresent())
        .toList();
  }

  /// The one world outside of worlds that each give one same variable one value.
  private static Optional<World> others(List<Value.Case<Boolean>> cases) {
    var variables = new TreeSet<Variable>();
    Optional<World> others = Optional.of(World.ANY);
    for (Value.Case<Boolean> each : cases) {
      variables.addAll(each.when().facts().keySet());
      Optional<World> not =
          each.when().facts().size() == 1
                  && each.when().facts().firstEntry().getValue() instanceof Constraint.Is(var v)
              ? World.isNot(variables.first(), v)
              : Optional.empty();
      others = others.flatMap(w -> not.flatMap(w::and));
    }
    return variables.size() == 1 ? others : Optional.empty();
  }
}
