package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Statement;
import dev.postern.value.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Which actions one statement names, and on how many resources.
final class Reach {
  private final Statement statement;
  private final Actions table;
  private final Bounds actions;
  private final Map<Scope, Bounds> byScope = new ConcurrentHashMap<>();

  Reach(Statement statement, Actions table) {
    this.statement = statement;
    this.table = table;
    this.actions = named(statement.actions());
  }

  Statement statement() {
    return statement;
  }

  /// Whether the statement lists actions, each of a service that it names.
  boolean namesServices() {
    return statement.actions().sense() == Sense.THESE
        && statement.actions().listed().stream().noneMatch(p -> p.loosest().startsWith("*"));
  }

  /// Every action that the statement names, whatever the resource.
  Bounds actions() {
    return actions;
  }

  private Bounds named(Patterns patterns) {
    Bounds listed =
        Bounds.union(patterns.listed().stream().map(p -> named(p, table)).toList(), table);
    return switch (patterns.sense()) {
      case THESE -> listed;
      case ALL_BUT_THESE -> listed.complement(table);
      case NOT_WRITTEN -> Bounds.none(table);
    };
  }

  /// The known actions that one pattern may name.
  ActionSet named(Pattern pattern) {
    return named(pattern, table).possible();
  }

  private static Bounds named(Pattern pattern, Actions table) {
    if (pattern.text().literal().isPresent()) {
      return Bounds.of(ActionSet.matching(table, pattern.text().literal().get()));
    }
    String loose = pattern.loosest();
    ActionSet most = loose.contains(":") ? ActionSet.matching(table, loose) : ActionSet.all(table);
    return new Bounds(ActionSet.none(table), most);
  }

  /// The actions that the statement names on as many resources as `scope` says.
  Bounds at(Scope scope) {
    Bounds known = byScope.get(scope);
    if (known == null) {
      known = compute(scope);
      byScope.put(scope, known);
    }
    return known;
  }

  private Bounds compute(Scope scope) {
    Patterns resources = statement.resources();
    boolean others = resources.sense() == Sense.ALL_BUT_THESE;
    List<Pattern> listed = resources.listed();
    if (resources.sense() == Sense.NOT_WRITTEN || (listed.isEmpty() && !others)) {
      return Bounds.none(table);
    }
    if (others && listed.stream().allMatch(p -> p.isEverything() == Truth.FALSE)) {
      return actions.when(Truth.TRUE, table).minusSure(covered(listed));
    }
    Truth everything = any(listed, Pattern::isEverything);
    if (others) {
      return actions.when(everything.not(), table);
    }
    return everything == Truth.TRUE
        ? actions
        : actions.when(everything, table).union(partly(listed, scope));
  }

  /// The actions on all of whose resources `NotResource` patterns fall.
  private Bounds covered(List<Pattern> excluded) {
    return partly(excluded, Scope.EVERY);
  }

  /// INVARIANT: an ARN names a service, and its actions carry the same prefix; so no service is
  /// read that no pattern names.
  private Bounds partly(List<Pattern> listed, Scope scope) {
    Bounds all = Bounds.none(table);
    var services = listed.stream().map(Pattern::service).distinct().toList();
    List<String> named = services.contains("") ? actions.possible().services() : services;
    boolean opaque = listed.stream().allMatch(p -> p.service().isEmpty() && isOpaque(p));
    if (opaque) {
      return new Bounds(ActionSet.none(table), actions.possible());
    }
    for (String service : named) {
      if (table.count(service) > 0) {
        all = all.union(partly(service, listed, scope));
      }
    }
    return all;
  }

  private static boolean isOpaque(Pattern pattern) {
    return !pattern.isOfAResource() && pattern.loosest().chars().allMatch(c -> c == '*');
  }

  private Bounds partly(String service, List<Pattern> listed, Scope scope) {
    ActionSet whole = ActionSet.matching(table, service + ":*");
    ActionSet sure = actions.sure().intersection(whole);
    ActionSet possible = actions.possible().intersection(whole);
    var kinds = new HashMap<String, Truth>();
    Truth everything = any(listed, Pattern::isEverything);
    ActionSet surely = ActionSet.none(table);
    ActionSet maybe = ActionSet.none(table);
    for (Actions.Action action : possible) {
      Truth on =
          action.wildcardOnly()
              ? everything
              : on(action, scope, kind -> kinds.computeIfAbsent(kind, k -> kind(listed, k, scope)));
      if (on == Truth.FALSE) {
        continue;
      }
      ActionSet one = ActionSet.matching(table, action.toString());
      maybe = maybe.union(one);
      if (on == Truth.TRUE && sure.contains(action.toString())) {
        surely = surely.union(one);
      }
    }
    return new Bounds(surely, maybe);
  }

  private static Truth on(Actions.Action action, Scope scope, Function<String, Truth> kind) {
    boolean all =
        scope == Scope.EVERY && action.scopes().stream().anyMatch(Actions.Scope::required);
    Truth result = Truth.of(all);
    for (String each : kinds(action, all)) {
      Truth here = kind.apply(each);
      result = all ? result.and(here) : result.or(here);
    }
    return result;
  }

  /// The kinds of resources that an action works on. Where some belong to no account (buckets and
  /// objects), the others are other ways to the same (access points), and do not count.
  private static List<String> kinds(Actions.Action action, boolean required) {
    List<String> kinds =
        action.scopes().stream()
            .filter(scope -> scope.required() || !required)
            .map(scope -> scope.type().arnPattern())
            .toList();
    List<String> global = kinds.stream().filter(kind -> kind.contains(":::")).toList();
    return global.isEmpty() || !required ? kinds : global;
  }

  /// Whether an action works on something that belongs to no account, such as a bucket.
  static boolean isGlobal(Actions.Action action) {
    return action.scopes().stream().anyMatch(scope -> scope.type().arnPattern().contains(":::"));
  }

  private static Truth kind(List<Pattern> listed, String kind, Scope scope) {
    return any(
        listed,
        pattern ->
            switch (scope) {
              case EVERY -> pattern.coversKind(kind);
              case OPEN -> pattern.leavesNamesOpen(kind);
              case MANY -> pattern.meetsKind(kind).and(pattern.namesMany());
              case SOME -> pattern.meetsKind(kind);
            });
  }

  private static Truth any(List<Pattern> patterns, Function<Pattern, Truth> question) {
    Truth result = Truth.FALSE;
    for (Pattern pattern : patterns) {
      result = result.or(question.apply(pattern));
    }
    return result;
  }

  /// Whether every resource of `that` is one of this statement's.
  Truth takesResourcesOf(Reach that) {
    Patterns mine = statement.resources();
    Patterns theirs = that.statement.resources();
    if (mine.sense() != Sense.THESE || theirs.sense() != Sense.THESE) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    for (Pattern resource : theirs.listed()) {
      all = all.and(any(mine.listed(), pattern -> pattern.coversArns(resource)));
    }
    return all;
  }
}
