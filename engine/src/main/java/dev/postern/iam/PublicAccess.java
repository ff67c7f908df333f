package dev.postern.iam;

import dev.postern.policy.Actions;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Principal;
import dev.postern.policy.document.Principals;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Witness;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Whether a policy of a resource lets in strangers: someone of whom the policy's author knows
/// nothing, with an account of their own or none.
///
/// An Allow for everyone is open unless a condition confines it to fixed values
/// ([Conditions#confine(Statement)]) or a Deny surely hits every stranger. The limits are those of
/// S3's definition of public, read as a question about requests.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">the
///   meaning of public</a>
public final class PublicAccess {
  private final List<PolicyDocument> documents;
  private final Actions table;

  private PublicAccess(List<PolicyDocument> documents, Actions table) {
    this.documents = List.copyOf(documents);
    this.table = table;
  }

  /// The documents are all policies of one resource.
  public static PublicAccess of(List<PolicyDocument> documents, Actions table) {
    return new PublicAccess(documents, table);
  }

  /// Whether strangers are let in, with a request of one as witness.
  public Answer isPublic() {
    Optional<List<World>> worlds = PolicyDocument.worlds(documents);
    if (worlds.isEmpty()) {
      return new Answer(
          Verdict.undecided(
              new Evidence(
                  documents.getFirst().origin(), "depends on more conditions than are told apart")),
          Optional.empty());
    }
    var answers = new LinkedHashMap<World, Verdict>();
    Optional<Witness.Request> witness = Optional.empty();
    for (World world : worlds.get()) {
      List<Statement> statements =
          documents.stream().flatMap(d -> d.in(world).statements().stream()).toList();
      var verdicts = new ArrayList<Verdict>();
      for (Statement statement : statements) {
        Verdict open = admitsStrangers(statement, statements);
        verdicts.add(open);
        if (open instanceof Verdict.Yes && witness.isEmpty()) {
          witness = Optional.of(Requests.of(statement, "anyone", table));
        }
      }
      answers.put(world, Verdict.any(verdicts));
    }
    return new Answer(Verdict.when(answers), witness);
  }

  private Verdict admitsStrangers(Statement statement, List<Statement> all) {
    if (statement.allows() == Truth.FALSE) {
      return Verdict.no();
    }
    Verdict everyone = namesEveryone(statement.principals());
    if (everyone instanceof Verdict.No) {
      return everyone;
    }
    Verdict allows = Verdict.of(statement.allows(), new Evidence(statement.effect().origin(), ""));
    Verdict free = Conditions.confine(statement).not();
    for (Statement deny : all) {
      if (keepsOut(deny, statement)) {
        return Verdict.no(deny.saying("this Deny keeps strangers out"));
      }
    }
    return allows instanceof Verdict.Yes ? everyone.and(free) : allows.and(everyone).and(free);
  }

  /// Whether a `Principal` element takes in strangers, placed at the principal.
  static Verdict namesEveryone(Principals principals) {
    return switch (principals.sense()) {
      case NOT_WRITTEN -> Verdict.no();
      case ALL_BUT_THESE ->
          Verdict.yes(new Evidence(principals.origin(), "everyone but the listed ones"));
      case THESE ->
          Verdict.any(
              principals.listed().stream()
                  .map(named ->
                      switch (named.principal()) {
                        case Principal.Everyone _ -> Verdict.yes(named.saying("everyone"));
                        case Principal.Unknown(var reason) ->
                            Verdict.undecided(named.saying(reason.toString()));
                        case Principal.Account _,
                            Principal.Arn _,
                            Principal.Service _,
                            Principal.Federated _,
                            Principal.CanonicalUser _,
                            Principal.Deleted _ ->
                            Verdict.no();
                      })
                  .toList());
    };
  }

  /// Whether `deny` surely refuses every stranger what `allow` allows.
  private boolean keepsOut(Statement deny, Statement allow) {
    return deny.denies() == Truth.TRUE
        && hitsStrangers(deny.principals())
        && Conditions.holdForStrangers(deny) == Truth.TRUE
        && (takesIn(deny.actions(), allow.actions(), Pattern::coversActions)
            || takesInKnown(deny, allow))
        && takesIn(deny.resources(), allow.resources(), Pattern::coversArns);
  }

  private static boolean hitsStrangers(Principals principals) {
    return switch (principals.sense()) {
      case NOT_WRITTEN -> false;
      case THESE -> namesEveryone(principals) instanceof Verdict.Yes;
      case ALL_BUT_THESE ->
          principals.listed().stream()
              .noneMatch(n ->
                  n.principal() instanceof Principal.Everyone
                      || n.principal() instanceof Principal.Unknown);
    };
  }

  private boolean takesInKnown(Statement deny, Statement allow) {
    Bounds allowed = new Reach(allow, table).actions();
    boolean known = !allowed.possible().isEmpty();
    return known && new Reach(deny, table).actions().sure().containsAll(allowed.possible());
  }

  private static boolean takesIn(
      Patterns mine, Patterns theirs, BiFunction<Pattern, Pattern, Truth> covers) {
    if (mine.sense() == Sense.NOT_WRITTEN || theirs.sense() == Sense.NOT_WRITTEN) {
      return mine.sense() == theirs.sense();
    }
    if (mine.sense() != Sense.THESE) {
      return false;
    }
    if (theirs.sense() == Sense.ALL_BUT_THESE) {
      return mine.listed().stream().anyMatch(p -> p.isEverything() == Truth.TRUE);
    }
    return theirs.listed().stream()
        .allMatch(
            their -> mine.listed().stream().anyMatch(my -> covers.apply(my, their) == Truth.TRUE));
  }
}
