package dev.postern.policy.document;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a `Condition` element: operator to key to values.
final class ConditionReader {
  private final List<Condition> found = new ArrayList<>();
  private final Reading reading;

  private ConditionReader(Reading reading) {
    this.reading = reading;
  }

  static List<Condition> read(Node.Fields statement, Origin holder, World when, Reading reading) {
    var reader = new ConditionReader(reading);
    reader.element(Reading.field(statement, "Condition", holder), when);
    return reader.found;
  }

  private void element(Value<Node> value, World when) {
    reading.each(
        value,
        when,
        (node, origin, world) -> {
          if (!(node instanceof Node.Fields operators)) {
            reading.malformed("a condition is an object of operators", origin);
            unknown(new Reason(Reason.Kind.INVALID, "Condition"), origin, world);
            return;
          }
          operators.rest().ifPresent(reason -> unknown(reason, origin, world));
          operators.entries().forEach((name, keys) -> operator(name, keys, world));
        },
        this::unknown);
  }

  private void operator(String name, Value<Node> value, World when) {
    Optional<Operator> operator = Operator.parse(name);
    if (operator.isEmpty()) {
      reading.malformed("there is no condition operator `" + name + "`", value.origin());
    }
    reading.each(
        value,
        when,
        (node, origin, world) -> {
          if (!(node instanceof Node.Fields keys)) {
            reading.malformed("a condition operator holds an object of keys", origin);
            unknown(new Reason(Reason.Kind.INVALID, name), origin, world);
            return;
          }
          keys.rest().ifPresent(reason -> unknown(reason, origin, world));
          keys.entries()
              .forEach((key, values) ->
                  found.add(
                      new Condition(
                          operator, key, reading.patterns(values, world), values.origin(), world)));
        },
        this::unknown);
  }

  /// A line that may be there, of which nothing is known.
  private void unknown(Reason reason, Origin origin, World when) {
    found.add(
        new Condition(
            Optional.empty(), "", List.of(Reading.hole(reason, origin, when)), origin, when));
  }
}
