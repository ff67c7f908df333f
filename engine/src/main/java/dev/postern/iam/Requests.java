package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Operator.Base;
import dev.postern.policy.document.Operator.Quantifier;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Witness;
import dev.postern.value.Sensitivity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes requests that statements allow, to show as witnesses.
public final class Requests {
  /// The stand-in for whoever holds the policy.
  static final String HOLDER = "the holder of this policy";

  private static final String ANYTHING = "example";

  private Requests() {}

  /// A request of the holder of `statement` for one of `actions`.
  static Optional<Witness.Request> of(Statement statement, ActionSet actions) {
    return Sensitive.worst(actions)
        .map(action ->
            new Witness.Request(
                HOLDER,
                action.toString(),
                resource(statement, Optional.of(action)),
                context(statement)));
  }

  /// A request of its holder that `statement` allows.
  public static Witness.Request of(Statement statement, Actions table) {
    return of(statement, HOLDER, table);
  }

  /// A request of `principal` that `statement` allows.
  static Witness.Request of(Statement statement, String principal, Actions table) {
    Bounds actions = new Reach(statement, table).actions();
    Optional<Actions.Action> action = Sensitive.worst(actions.sure());
    String name =
        action
            .map(Actions.Action::toString)
            .or(() -> statement.actions().listed().stream().findFirst().map(p -> concrete(p, "*")))
            .orElse("*");
    return new Witness.Request(principal, name, resource(statement, action), context(statement));
  }

  private static String resource(Statement statement, Optional<Actions.Action> action) {
    Optional<Pattern> pattern =
        statement.resources().sense() == Sense.THESE
            ? statement.resources().listed().stream().findFirst()
            : Optional.empty();
    Optional<String> kind = action.flatMap(Requests::kind);
    boolean everything = pattern.isEmpty() || pattern.get().loosest().equals("*");
    return everything
        ? kind.map(k -> k.replace("arn:*", "arn:aws").replace("*", ANYTHING)).orElse("*")
        : concrete(pattern.get(), ANYTHING);
  }

  private static Optional<String> kind(Actions.Action action) {
    List<String> kinds = action.scopes().stream().map(s -> s.type().arnPattern()).toList();
    return kinds.stream()
        .filter(k -> k.contains(":::"))
        .findFirst()
        .or(() -> kinds.stream().findFirst());
  }

  private static String concrete(Pattern pattern, String star) {
    return pattern.sensitivity() == Sensitivity.SECRET
        ? "*"
        : pattern.text().toString().replace("*", star).replace('?', 'x');
  }

  private static SortedMap<String, List<String>> context(Statement statement) {
    var context = new TreeMap<String, List<String>>();
    for (Condition condition : statement.conditions()) {
      boolean carried =
          condition
              .operator()
              .filter(o -> !o.base().negated() && o.base() != Base.NULL && !o.ifExists())
              .filter(o -> o.quantifier() != Quantifier.FOR_ALL_VALUES)
              .isPresent();
      if (carried && !condition.values().isEmpty()) {
        context.put(condition.key(), List.of(concrete(condition.values().getFirst(), ANYTHING)));
      }
    }
    return context;
  }
}
