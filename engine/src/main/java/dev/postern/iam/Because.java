package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Effect;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Statement;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The places that make an answer about grants true, most specific first.
final class Because {
  private static final int MOST = 12;

  private Because() {}

  /// The action and resource elements of the statements that allow `wanted` together; of one
  /// statement alone, where one suffices.
  static List<Evidence> allowed(Granted here, ActionSet wanted, Scope scope) {
    var needed = new LinkedHashMap<Reach, ActionSet>();
    ActionSet missing = wanted;
    for (Map.Entry<Reach, ActionSet> each : here.contributions(scope).entrySet()) {
      ActionSet part = each.getValue().intersection(wanted);
      if (part.containsAll(wanted) && !wanted.isEmpty()) {
        return statement(each.getKey(), wanted);
      }
      if (!part.intersection(missing).isEmpty()) {
        needed.put(each.getKey(), part);
        missing = missing.minus(part);
      }
    }
    var all = new LinkedHashSet<Evidence>();
    needed.forEach((reach, part) -> all.addAll(statement(reach, part)));
    for (Reach deny : here.reaches()) {
      if (deny.statement().denies() != Truth.FALSE && !Granted.surelyDenies(deny)) {
        all.add(deny.statement().saying("this Deny does not always apply"));
      }
    }
    return all.stream().limit(MOST).toList();
  }

  static List<Evidence> statement(Reach reach, ActionSet wanted) {
    var all = new ArrayList<Evidence>(actions(reach.statement().actions(), wanted, reach));
    all.addAll(resources(reach.statement().resources()));
    return all;
  }

  private static List<Evidence> actions(Patterns patterns, ActionSet wanted, Reach reach) {
    if (patterns.sense() == Sense.ALL_BUT_THESE) {
      return List.of(
          new Evidence(patterns.origin(), "every action but " + words(patterns.listed())));
    }
    var named = new ArrayList<Evidence>();
    for (Pattern pattern : patterns.listed()) {
      ActionSet here = reach.named(pattern);
      ActionSet part = here.intersection(wanted);
      if (!part.isEmpty()) {
        Evidence evidence = pattern.saying(fact(pattern, here, part));
        if (part.containsAll(wanted)) {
          return List.of(evidence);
        }
        named.add(evidence);
      }
    }
    return named;
  }

  private static String fact(Pattern pattern, ActionSet here, ActionSet part) {
    if (pattern.text().literal().filter(p -> p.equals("*") || p.equals("*:*")).isPresent()) {
      return "every action";
    }
    int size = here.size();
    String first = Sensitive.worst(part).map(Actions.Action::toString).orElse("");
    return size == 1 ? "" : size + " actions, " + first + " among them";
  }

  private static List<Evidence> resources(Patterns patterns) {
    if (patterns.sense() == Sense.ALL_BUT_THESE) {
      return List.of(
          new Evidence(patterns.origin(), "every resource but " + words(patterns.listed())));
    }
    return patterns.listed().stream()
        .filter(p -> p.isEverything() == Truth.TRUE)
        .findFirst()
        .map(p -> List.of(p.saying("every resource")))
        .orElseGet(() -> patterns.listed().stream().limit(2).map(p -> p.saying("")).toList());
  }

  private static String words(List<Pattern> patterns) {
    return switch (patterns.size()) {
      case 0 -> "none";
      case 1 -> patterns.getFirst().shown();
      default -> patterns.size() + " patterns";
    };
  }

  /// The Denies and the conditions that stand against `wanted`.
  static List<Evidence> refused(Granted here, ActionSet wanted, Scope scope) {
    var all = new LinkedHashSet<Evidence>();
    for (Reach reach : here.reaches()) {
      Statement statement = reach.statement();
      boolean concerns = !reach.actions().sure().intersection(wanted).isEmpty();
      if (concerns && Granted.surelyDenies(reach)) {
        actions(statement.actions(), wanted, reach).forEach(e -> all.add(e.saying("denied here")));
      }
      if (concerns
          && statement.allows() == Truth.TRUE
          && here.counts(reach) == Truth.FALSE
          && !reach.at(scope).sure().intersection(wanted).isEmpty()) {
        all.addAll(Conditions.guards(statement));
      }
    }
    return all.stream().limit(MOST).toList();
  }

  /// The unknowns on which the answer depends.
  static List<Evidence> open(Granted here, ActionSet wanted) {
    var all = new LinkedHashSet<Evidence>();
    for (Reach reach : here.reaches()) {
      Statement statement = reach.statement();
      if (statement.allows() == Truth.FALSE
          || reach.actions().possible().intersection(wanted).isEmpty()) {
        continue;
      }
      if (statement.effect() instanceof Value.Unknown<Effect>(var reason, var origin, _)) {
        all.add(new Evidence(origin, reason.toString()));
      }
      unknowns(statement.actions().listed(), all);
      unknowns(statement.resources().listed(), all);
      for (Condition condition : statement.conditions()) {
        unknowns(condition.values(), all);
      }
    }
    return all.stream().limit(MOST).toList();
  }

  private static void unknowns(List<Pattern> patterns, Set<Evidence> to) {
    for (Pattern pattern : patterns) {
      pattern.text().unknown().ifPresent(reason -> to.add(pattern.saying(reason.toString())));
    }
  }
}
