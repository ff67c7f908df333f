package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Statement;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// What statements allow together in one world.
final class Granted {
  private static final String ROLE = "arn:*:iam::*:role/*";

  private final Actions table;
  private final List<Reach> reaches;
  private final boolean assuming;
  private final Map<Reach, Truth> unguarded = new HashMap<>();
  private final Map<Scope, Bounds> before = new ConcurrentHashMap<>();
  private final Map<Scope, Bounds> after = new ConcurrentHashMap<>();

  /// @param assuming whether every condition of an Allow is taken to be met
  Granted(List<Statement> statements, Actions table, boolean assuming) {
    this.table = table;
    this.assuming = assuming;
    reaches = statements.stream().map(s -> new Reach(s, table)).toList();
    for (Reach reach : reaches) {
      Verdict restricted = Conditions.restrict(reach.statement());
      unguarded.put(reach, assuming ? Truth.TRUE : restricted.truth().not());
    }
  }

  List<Reach> reaches() {
    return reaches;
  }

  /// Whether a statement is an Allow that holds without restriction.
  Truth counts(Reach reach) {
    return reach.statement().allows().and(unguarded.getOrDefault(reach, Truth.UNKNOWN));
  }

  /// Whether a statement is a Deny that holds whatever the request carries. A Deny that is not
  /// known to be one lowers nothing.
  static boolean surelyDenies(Reach reach) {
    return reach.statement().denies() == Truth.TRUE && reach.statement().conditions().isEmpty();
  }

  /// What is allowed before Denies.
  Bounds allowed(Scope scope) {
    return before.computeIfAbsent(scope, this::union);
  }

  private Bounds union(Scope scope) {
    Bounds all = Bounds.none(table);
    for (Reach reach : reaches) {
      all = all.union(allowed(reach, scope));
    }
    return all;
  }

  private Bounds allowed(Reach reach, Scope scope) {
    Truth counts = counts(reach);
    return counts == Truth.FALSE ? Bounds.none(table) : reach.at(scope).when(counts, table);
  }

  /// What is allowed after Denies.
  Bounds at(Scope scope) {
    return after.computeIfAbsent(scope, this::unionLeft);
  }

  private Bounds unionLeft(Scope scope) {
    Bounds all = Bounds.none(table);
    for (Reach reach : reaches) {
      all = all.union(left(reach, scope));
    }
    return all;
  }

  /// What one statement allows after Denies.
  Bounds left(Reach reach, Scope scope) {
    Bounds left = allowed(reach, scope);
    for (Reach deny : reaches) {
      if (surelyDenies(deny) && !left.possible().isEmpty()) {
        boolean same = deny.takesResourcesOf(reach) == Truth.TRUE;
        left = left.minusSure(same ? deny.actions() : deny.at(Scope.EVERY));
      }
    }
    return left;
  }

  /// Whether all of `wanted` is allowed on one role that is no resource of the configuration: such
  /// a role is there already.
  Truth onOneRole(ActionSet wanted) {
    List<ActionSet> each =
        wanted.stream().map(action -> ActionSet.matching(table, action.toString())).toList();
    return roles().stream()
        .map(role -> each.stream().map(one -> allowsOn(role, one)).reduce(Truth.TRUE, Truth::and))
        .reduce(Truth.FALSE, Truth::or);
  }

  private List<Pattern> roles() {
    return reaches.stream()
        .map(reach -> reach.statement().resources())
        .filter(resources -> resources.sense() == Sense.THESE)
        .flatMap(resources -> resources.listed().stream())
        .filter(role -> !role.isOfAResource() && role.meetsKind(ROLE) != Truth.FALSE)
        .distinct()
        .toList();
  }

  private Truth allowsOn(Pattern role, ActionSet wanted) {
    Truth any = Truth.FALSE;
    for (Reach reach : reaches) {
      Patterns resources = reach.statement().resources();
      Truth allowed = left(reach, Scope.SOME).hasAll(wanted);
      if (allowed != Truth.FALSE && resources.sense() == Sense.THESE) {
        for (Pattern pattern : resources.listed()) {
          any = any.or(allowed.and(pattern.coversArns(role)));
        }
      }
    }
    return any.and(role.meetsKind(ROLE));
  }

  /// What each statement surely allows after Denies.
  SequencedMap<Reach, ActionSet> contributions(Scope scope) {
    var all = new LinkedHashMap<Reach, ActionSet>();
    for (Reach reach : reaches) {
      all.put(reach, left(reach, scope).sure());
    }
    return all;
  }

  /// Whether one request is allowed, its context not being known.
  Truth allows(String action, String resource) {
    Truth allowed = Truth.FALSE;
    Truth denied = Truth.FALSE;
    for (Reach reach : reaches) {
      Statement statement = reach.statement();
      Truth takes =
          Grants.takesAction(statement, action).and(Grants.takesResource(statement, resource));
      Truth met = statement.conditions().isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
      denied = denied.or(statement.denies().and(takes).and(met));
      allowed = allowed.or(statement.allows().and(takes).and(assuming ? Truth.TRUE : met));
    }
    return allowed.and(denied.not());
  }
}
