package dev.postern.iam;

import dev.postern.model.Text;
import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Witness;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the identity policies of one principal allow together.
///
/// Actions are sets over the published ones, so that unions of statements and `NotAction` are
/// exact; resources are compared kind by kind. A Deny is taken off where it surely applies: it has
/// no condition and takes in the resources. A Deny that depends on a condition, or is itself not
/// known, lowers nothing. A statement that depends on a restricting condition counts only in
/// [#assumingConditions()].
public final class Grants {
  private static final List<String> STANDING_FOR_ALL = List.of("iam", "s3", "secretsmanager");

  private final Actions table;
  private final List<PolicyDocument> documents;
  private final Optional<SequencedMap<World, Granted>> worlds;
  private final boolean assuming;

  private Grants(
      Actions table,
      List<PolicyDocument> documents,
      Optional<SequencedMap<World, Granted>> worlds,
      boolean assuming) {
    this.table = table;
    this.documents = documents;
    this.worlds = worlds;
    this.assuming = assuming;
  }

  public static Grants of(List<PolicyDocument> documents, Actions table) {
    return of(documents, table, false);
  }

  private static Grants of(List<PolicyDocument> documents, Actions table, boolean assuming) {
    List<PolicyDocument> all = List.copyOf(documents);
    return new Grants(
        table,
        all,
        PolicyDocument.worlds(all)
            .map(worlds -> {
              SequencedMap<World, Granted> byWorld = new LinkedHashMap<>();
              for (World world : worlds) {
                List<Statement> statements =
                    all.stream().flatMap(d -> d.in(world).statements().stream()).toList();
                byWorld.put(world, new Granted(statements, table, assuming));
              }
              return byWorld;
            }),
        assuming);
  }

  /// The same, taking for granted that every condition of an Allow is met.
  public Grants assumingConditions() {
    return assuming ? this : of(documents, table, true);
  }

  /// Whether every action is allowed on every resource, or all of IAM and nearly every other
  /// action: whoever has IAM can take the rest. So what a Deny or a `NotAction` takes away does not
  /// matter as long as it is little and nothing of IAM.
  public Answer allowsEverything() {
    ActionSet iam = ActionSet.matching(table, "iam:*");
    Verdict verdict =
        verdict(
            ActionSet.all(table),
            Scope.EVERY,
            here -> here.at(Scope.EVERY).hasAll(iam).and(nearlyAll(here.allowed(Scope.EVERY))));
    return new Answer(verdict, verdict.possible() ? proof(iam, Scope.EVERY) : Optional.empty());
  }

  /// Nine tenths of the actions.
  private Truth nearlyAll(Bounds allowed) {
    int enough = table.size() * 9 / 10;
    return allowed.sure().size() >= enough
        ? Truth.TRUE
        : allowed.possible().size() >= enough ? Truth.UNKNOWN : Truth.FALSE;
  }

  /// Whether every action of a service that can be scoped to resources is allowed on every
  /// resource; no, where none can. Of a service whose resources belong to no account, as S3's
  /// buckets and objects, the actions on these count.
  public Answer allowsService(String prefix) {
    ActionSet whole = ActionSet.matching(table, prefix + ":*");
    boolean global = whole.stream().anyMatch(Reach::isGlobal);
    ActionSet scoped = ActionSet.none(table);
    for (Actions.Action action : whole) {
      if (!action.wildcardOnly() && (!global || Reach.isGlobal(action))) {
        scoped = scoped.union(ActionSet.matching(table, action.toString()));
      }
    }
    ActionSet wanted = scoped;
    return answer(
        wanted,
        Scope.EVERY,
        here -> wanted.isEmpty() ? Truth.FALSE : here.at(Scope.EVERY).hasAll(wanted));
  }

  /// Whether any action that changes who may do what is allowed on identities that are not named
  /// one by one.
  public Answer changesIam() {
    return grantsAny(Sensitive.iamModification(table), Scope.MANY);
  }

  /// Whether all of `wanted` is allowed on so many resources.
  public Answer grantsAll(ActionSet wanted, Scope scope) {
    return answer(wanted, scope, here -> here.at(scope).hasAll(wanted));
  }

  /// Whether any of `wanted` is allowed on so many resources.
  public Answer grantsAny(ActionSet wanted, Scope scope) {
    return answer(wanted, scope, here -> here.at(scope).hasAny(wanted));
  }

  /// Whether all of `wanted` is allowed on one role, which may be one that is named.
  Answer grantsOnOneRole(ActionSet wanted) {
    return answer(wanted, Scope.SOME, here -> here.onOneRole(wanted));
  }

  /// What one statement surely allows on so many resources, after Denies.
  public record Contribution(Statement statement, World when, ActionSet actions) {}

  /// The statements that allow something on so many resources, and what.
  public List<Contribution> contributions(Scope scope) {
    var all = new ArrayList<Contribution>();
    worlds.ifPresent(byWorld ->
        byWorld.forEach((world, here) ->
            here.contributions(scope)
                .forEach((reach, actions) -> {
                  if (!actions.isEmpty()) {
                    all.add(new Contribution(reach.statement(), world, actions));
                  }
                })));
    return all;
  }

  /// What one statement has of some actions.
  ///
  /// @param verdict whether it allows any of them, placed at its actions and resources
  /// @param actions those that it surely allows, in one of the worlds at least
  public record Share(
      Statement statement, Verdict verdict, ActionSet actions, Optional<Witness.Request> witness) {

    private Share merged(Share that) {
      return new Share(
          statement,
          verdict.or(that.verdict),
          actions.union(that.actions),
          witness.or(that::witness));
    }
  }

  /// Each statement that may allow some of the actions that pass `wanted`, on so many resources,
  /// after Denies. Of statements that name no service, as `*` and `NotAction` do, the actions of a
  /// few services stand for all.
  public List<Share> shares(Predicate<Actions.Action> wanted, Scope scope) {
    var all = new LinkedHashMap<Origin, Share>();
    worlds.ifPresent(byWorld ->
        byWorld.forEach((world, here) -> {
          for (Reach reach : here.reaches()) {
            if (reach.statement().allows() != Truth.FALSE) {
              all.merge(
                  reach.statement().origin(),
                  share(here, reach, wanted, scope, world),
                  Share::merged);
            }
          }
        }));
    return all.values().stream().filter(s -> !(s.verdict() instanceof Verdict.No)).toList();
  }

  private static ActionSet few(Actions table) {
    return STANDING_FOR_ALL.stream()
        .map(prefix -> ActionSet.matching(table, prefix + ":*"))
        .reduce(ActionSet.none(table), ActionSet::union);
  }

  private Share share(
      Granted here, Reach reach, Predicate<Actions.Action> wanted, Scope scope, World world) {
    Bounds left = here.left(reach, scope);
    if (!reach.namesServices()) {
      ActionSet few = few(table);
      left = new Bounds(left.sure().intersection(few), left.possible().intersection(few));
    }
    ActionSet sure = left.sure().where(wanted);
    ActionSet possible = sure.isEmpty() ? left.possible().where(wanted) : sure;
    Verdict verdict =
        possible.isEmpty()
            ? Verdict.no()
            : sure.isEmpty()
                ? new Verdict.Undecided(Because.open(here, possible))
                : new Verdict.Yes(Because.statement(reach, sure));
    return new Share(
        reach.statement(),
        Verdict.within(List.of(world), verdict),
        sure,
        Requests.of(reach.statement(), sure));
  }

  /// Everything that is surely allowed on every resource in every world.
  public ActionSet everywhere() {
    return worlds
        .flatMap(byWorld ->
            byWorld.values().stream()
                .map(here -> here.at(Scope.EVERY).sure())
                .reduce(ActionSet::intersection))
        .orElseGet(() -> ActionSet.none(table));
  }

  /// Whether one request is allowed, its context not being known.
  ///
  /// @param action full name
  /// @param resource an ARN without wildcards
  public Verdict allows(String action, String resource) {
    return decide(here -> {
      Truth allowed = here.allows(action, resource);
      return switch (allowed) {
        case TRUE -> Verdict.yes();
        case FALSE -> Verdict.no();
        case UNKNOWN -> Verdict.undecided();
      };
    });
  }

  private Answer answer(ActionSet wanted, Scope scope, Function<Granted, Truth> question) {
    Verdict verdict = verdict(wanted, scope, question);
    return new Answer(verdict, verdict.possible() ? proof(wanted, scope) : Optional.empty());
  }

  private Verdict verdict(ActionSet wanted, Scope scope, Function<Granted, Truth> question) {
    return decide(here ->
        switch (question.apply(here)) {
          case TRUE -> new Verdict.Yes(Because.allowed(here, wanted, scope));
          case FALSE -> new Verdict.No(Because.refused(here, wanted, scope));
          case UNKNOWN -> new Verdict.Undecided(Because.open(here, wanted));
        });
  }

  private Optional<Witness.Request> proof(ActionSet wanted, Scope scope) {
    return contributions(scope).stream()
        .filter(c -> !c.actions().intersection(wanted).isEmpty())
        .findFirst()
        .flatMap(c -> Requests.of(c.statement(), c.actions().intersection(wanted)));
  }

  private Verdict decide(Function<Granted, Verdict> question) {
    if (worlds.isEmpty()) {
      Origin origin = documents.getFirst().origin();
      return Verdict.undecided(
          new Evidence(origin, "depends on more conditions than are told apart"));
    }
    var answers = new LinkedHashMap<World, Verdict>();
    worlds.get().forEach((world, here) -> answers.put(world, question.apply(here)));
    return Verdict.when(answers);
  }

  /// Whether the statement's action patterns take in an action by its name.
  static Truth takesAction(Statement statement, String action) {
    return takes(statement.actions(), action, (p, that) -> p.coversActions(that));
  }

  static Truth takesResource(Statement statement, String arn) {
    return takes(statement.resources(), arn, Pattern::coversArns);
  }

  private static Truth takes(
      Patterns patterns, String what, BiFunction<Pattern, Pattern, Truth> covers) {
    Origin nowhere = patterns.origin();
    var wanted = new Pattern(Text.of(what, nowhere), nowhere, World.ANY, Sensitivity.PLAIN);
    Truth listed = Truth.FALSE;
    for (Pattern pattern : patterns.listed()) {
      listed = listed.or(covers.apply(pattern, wanted));
    }
    return switch (patterns.sense()) {
      case THESE -> listed;
      case ALL_BUT_THESE -> listed.not();
      case NOT_WRITTEN -> Truth.FALSE;
    };
  }
}
