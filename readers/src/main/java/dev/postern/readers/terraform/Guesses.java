package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes worlds of what is not known, so that both sides of a condition are looked at. The variable
/// of a world is named by the reason, which is the same wherever the value is the same.
final class Guesses {
  /// How many values of one input are told apart at once.
  static final int MOST_VALUES = 16;

  private static final List<String> BOOLEANS = List.of("true", "false");

  private Guesses() {}

  /// A boolean in every world: where it is not known, once true and once false.
  static List<Value.Case<Node>> split(Value<Node> condition) {
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> each : condition.cases()) {
      if (each.value() instanceof Value.Unknown<Node>(var reason, var origin, var sensitivity)
          && reason.kind() != Reason.Kind.INVALID) {
        var variable = new Variable(reason.what(), BOOLEANS);
        for (String guess : BOOLEANS) {
          Node bool = new Node.Bool(guess.equals("true"));
          each.when()
              .and(World.is(variable, guess))
              .ifPresent(w ->
                  cases.add(new Value.Case<>(w, new Value.Known<>(bool, origin, sensitivity))));
        }
      } else {
        cases.add(each);
      }
    }
    return cases;
  }

  /// Whether an unknown input is a known string: yes in the world in which it is, no in the others.
  static Value<Node> equal(Value.Unknown<Node> unknown, Text known, Origin here) {
    return among(
        unknown,
        List.of(known.literal().orElseThrow()),
        yes -> Value.known(new Node.Bool(yes), here),
        here);
  }

  /// Whether an unknown input is one of these strings.
  static Value<Node> among(
      Value.Unknown<Node> unknown,
      Collection<String> strings,
      Function<Boolean, Value<Node>> answer,
      Origin here) {
    return choose(unknown, strings, _ -> answer.apply(true), answer.apply(false), here);
  }

  static boolean canChoose(Value.Unknown<Node> unknown, int values) {
    return canGuess(unknown) && values > 0 && values <= MOST_VALUES;
  }

  /// Whether the value is one and the same thing wherever its name stands.
  static boolean canGuess(Value.Unknown<Node> unknown) {
    return switch (unknown.reason().kind()) {
      case INPUT, EXTERNAL -> true;
      case APPLY, UNSUPPORTED, BOUND, INVALID -> false;
    };
  }

  /// What follows from each value that an unknown input may have, and from all others.
  static Value<Node> choose(
      Value.Unknown<Node> unknown,
      Collection<String> values,
      Function<String, Value<Node>> each,
      Value<Node> other,
      Origin here) {
    var variable = new Variable(unknown.reason().what(), List.of());
    var cases = new ArrayList<Value.Case<Node>>();
    Optional<World> left = Optional.of(World.ANY);
    for (String value : values.stream().distinct().toList()) {
      cases.add(new Value.Case<>(World.is(variable, value), each.apply(value)));
      left = left.flatMap(w -> World.isNot(variable, value).flatMap(w::and));
    }
    left.ifPresent(w -> cases.add(new Value.Case<>(w, other)));
    Value<Node> result = Value.oneOf(cases, here);
    return unknown.sensitivity() == Sensitivity.SECRET ? result.secret() : result;
  }
}
