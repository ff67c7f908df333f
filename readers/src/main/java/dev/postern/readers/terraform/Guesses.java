package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;

/// Makes worlds of what is not known, so that both sides of a condition are looked at.
final class Guesses {
  private static final List<String> BOOLEANS = List.of("true", "false");

  private Guesses() {}

  /// A boolean in every world: where it is not known, once true and once false. The variable is
  /// what is unknown (`var.enabled`) or, where that is not one name, the condition as written.
  static List<Value.Case<Node>> split(Value<Node> condition, Expression written) {
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> each : condition.cases()) {
      if (each.value() instanceof Value.Unknown<Node>(var reason, var origin, _)
          && reason.kind() != Reason.Kind.INVALID) {
        boolean named = Evaluator.source(written).equals(reason.what());
        var variable = new Variable(named ? reason.what() : Evaluator.source(written), BOOLEANS);
        for (String guess : BOOLEANS) {
          each.when()
              .and(World.is(variable, guess))
              .ifPresent(w ->
                  cases.add(
                      new Value.Case<>(
                          w, Value.known(new Node.Bool(guess.equals("true")), origin))));
        }
      } else {
        cases.add(each);
      }
    }
    return cases;
  }

  /// Whether an unknown input is a known string: yes in the world in which it is, no in the others.
  static Value<Node> equal(Value.Unknown<Node> unknown, Text known) {
    var variable = new Variable(unknown.reason().what(), List.of());
    String value = known.literal().orElseThrow();
    var cases = new ArrayList<Value.Case<Node>>();
    cases.add(
        new Value.Case<>(
            World.is(variable, value), Value.known(new Node.Bool(true), unknown.origin())));
    World.isNot(variable, value)
        .ifPresent(w ->
            cases.add(new Value.Case<>(w, Value.known(new Node.Bool(false), unknown.origin()))));
    return Value.oneOf(cases, unknown.origin());
  }
}
