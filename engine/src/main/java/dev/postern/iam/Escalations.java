package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.rule.Witness;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which known ways to more permissions the policies of one principal open by themselves.
///
/// This looks at actions and at how wide their resources are; it does not ask whether a role to
/// pass or a function to change exists. What is granted only under a restricting condition, such as
/// `iam:PassRole` limited by `iam:PassedToService`, does not count.
public final class Escalations {
  private static final List<Escalation> ALL = Escalation.all();

  private final Grants grants;
  private final Actions table;
  private final Map<String, Answer> asked = new LinkedHashMap<>();

  private Escalations(Grants grants, Actions table) {
    this.grants = grants;
    this.table = table;
  }

  /// One way and whether it is open.
  public record Found(Escalation way, Verdict verdict, Optional<Witness.Request> witness) {}

  /// Every way that is not surely closed, most serious first.
  public static List<Found> of(Grants grants, Actions table) {
    var search = new Escalations(grants, table);
    var found = new ArrayList<Found>();
    for (Escalation way : ALL) {
      search.judge(way).ifPresent(found::add);
    }
    return found;
  }

  /// The most serious and shortest way that is open; one that may be open where none is.
  public static Optional<Found> worst(Grants grants, Actions table) {
    List<Found> all = of(grants, table);
    return all.stream()
        .filter(f -> f.verdict() instanceof Verdict.Yes)
        .findFirst()
        .or(() -> all.stream().filter(f -> f.verdict().possible()).findFirst())
        .or(() -> all.stream().findFirst());
  }

  private Optional<Found> judge(Escalation way) {
    if (way.kind() == Escalation.Kind.NEW_ROLE) {
      return onOneRole(way);
    }
    Verdict verdict = Verdict.yes();
    Optional<Witness.Request> witness = Optional.empty();
    for (String action : way.actions()) {
      Answer answer = ask(action, way);
      verdict = verdict.and(answer.verdict());
      witness = witness.isPresent() ? witness : answer.witness();
      if (verdict instanceof Verdict.No) {
        return Optional.empty();
      }
    }
    return Optional.of(new Found(way, verdict, witness));
  }

  private Optional<Found> onOneRole(Escalation way) {
    ActionSet wanted =
        way.actions().stream()
            .map(action -> ActionSet.matching(table, action))
            .reduce(ActionSet.none(table), ActionSet::union);
    Answer answer = grants.grantsOnOneRole(wanted);
    return wanted.size() < way.actions().size() || answer.verdict() instanceof Verdict.No
        ? Optional.empty()
        : Optional.of(new Found(way, answer.verdict(), answer.witness()));
  }

  private Answer ask(String action, Escalation way) {
    Scope scope = way.scope(action);
    String key = action + " " + scope;
    Answer known = asked.get(key);
    if (known == null) {
      ActionSet wanted = ActionSet.matching(table, action);
      known =
          wanted.isEmpty()
              ? new Answer(Verdict.no(), Optional.empty())
              : grants.grantsAll(wanted, scope);
      asked.put(key, known);
    }
    return known;
  }
}
