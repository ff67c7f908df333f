package dev.postern.iam;

import dev.postern.model.Text;
import dev.postern.policy.document.Arns;
import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Operator;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Principal;
import dev.postern.policy.document.Principals.Named;
import dev.postern.policy.document.Statement;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Whom a resource or trust policy names beyond its own account.
public final class Exposure {
  private Exposure() {}

  /// An account that is let in.
  ///
  /// @param account its id; may be a hole
  /// @param own the account that the policy is deployed to, where that is known
  /// @param verdict whether it is let in, placed at the principal
  /// @param conditioned whether a condition confines it further
  /// @param whole whether all of the account is let in, and not one principal of it
  /// @param statement the statement that lets it in
  public record NamedAccount(
      Text account,
      Optional<String> own,
      Verdict verdict,
      Verdict conditioned,
      boolean whole,
      Statement statement) {

    /// Whether it is the account that the policy is deployed to, as far as the text tells: it is
    /// that of another resource, or the one that the caller's identity has.
    public Truth isOwn() {
      if (account.literal().isPresent()) {
        return Truth.of(own.equals(account.literal()));
      }
      String shown = account.toString();
      boolean mine =
          shown.contains("AWS::AccountId")
              || shown.contains("aws_caller_identity")
              || !account.references().isEmpty();
      return mine ? Truth.TRUE : Truth.UNKNOWN;
    }
  }

  /// The accounts that Allow statements name, by id, root or the ARN of a principal.
  ///
  /// @param own the account that the policy is deployed to, where that is known
  public static List<NamedAccount> accounts(PolicyDocument document, Optional<String> own) {
    var found = new ArrayList<NamedAccount>();
    for (Statement statement : document.statements()) {
      for (Named named : listed(statement)) {
        account(named.principal())
            .ifPresent(account ->
                found.add(
                    new NamedAccount(
                        account,
                        own,
                        admitted(statement, named, "another account"),
                        Conditions.restrict(statement),
                        named.principal() instanceof Principal.Account,
                        statement)));
      }
    }
    return found;
  }

  private static Optional<Text> account(Principal principal) {
    return switch (principal) {
      case Principal.Account(var id) -> Optional.of(id);
      case Principal.Arn(var arn) -> Arns.segment(arn, 4);
      case Principal.Everyone _,
          Principal.Service _,
          Principal.Federated _,
          Principal.CanonicalUser _,
          Principal.Deleted _,
          Principal.Unknown _ ->
          Optional.empty();
    };
  }

  private static List<Named> listed(Statement statement) {
    boolean lets =
        statement.allows() != Truth.FALSE && statement.principals().sense() == Sense.THESE;
    return lets ? statement.principals().listed() : List.of();
  }

  private static Verdict admitted(Statement statement, Named named, String fact) {
    return Verdict.of(statement.allows(), named.saying(fact))
        .and(Verdict.within(List.of(named.when()), Verdict.yes()))
        .and(Verdict.within(List.of(statement.when()), Verdict.yes()));
  }

  private static final Set<String> SOURCE_KEYS =
      Set.of(
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:sourceorgid",
          "aws:sourceorgpaths",
          "aws:principalorgid",
          "aws:resourceaccount",
          "kms:calleraccount",
          "kms:viaservice",
          "s3:x-amz-source-account",
          "lambda:eventsourcetoken",
          "alexa:skillid");

  /// Services that act only for the account of the resource, or cannot be made to act for another.
  private static final Set<String> OWN_ACCOUNT_ONLY =
      Set.of("ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com");

  /// Whether a service may use the resource on behalf of any account (the confused deputy): a
  /// service principal without a condition on the source. Not a question for trust policies of
  /// services that only act for the role's own account.
  ///
  /// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">confused
  ///   deputy</a>
  public static Verdict confusedDeputy(PolicyDocument document) {
    return confusedDeputy(document, name -> !OWN_ACCOUNT_ONLY.contains(name));
  }

  /// The same for some services alone, by their domain names; one that is not known is none of
  /// them.
  public static Verdict confusedDeputy(PolicyDocument document, Predicate<String> services) {
    var verdicts = new ArrayList<Verdict>();
    for (Statement statement : document.statements()) {
      for (Named named : listed(statement)) {
        if (named.principal() instanceof Principal.Service(var name)
            && services.test(name.literal().orElse(""))) {
          verdicts.add(
              admitted(statement, named, "for any account's sake")
                  .and(sourceFixed(statement).not()));
        }
      }
    }
    return Verdict.any(verdicts);
  }

  /// Whether the external id is a fixed one, which some services send with the account that they
  /// act for.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html">Firehose's
  ///   trust policy</a>
  private static Truth fixedId(Condition condition) {
    return condition
        .operator()
        .filter(o -> !o.base().negated() && !o.ifExists() && o.base() != Operator.Base.NULL)
        .filter(o -> o.quantifier() != Operator.Quantifier.FOR_ALL_VALUES)
        .map(o ->
            FixedValues.all(condition.values(), ConditionKeys.Kind.OWNER, o.base().wildcards()))
        .orElse(condition.operator().isEmpty() ? Truth.UNKNOWN : Truth.FALSE);
  }

  private static Verdict sourceFixed(Statement statement) {
    var verdicts = new ArrayList<Verdict>();
    for (Condition condition : statement.conditions()) {
      Evidence here = condition.saying("names the source");
      if (SOURCE_KEYS.contains(condition.name())
          || condition.name().startsWith("kms:encryptioncontext:")) {
        boolean holds =
            condition.operator().filter(o -> !o.base().negated()).isPresent()
                && !condition.values().stream()
                    .allMatch(v -> v.text().literal().filter("*"::equals).isPresent());
        verdicts.add(Verdict.of(holds, here));
      } else if (condition.name().equals("sts:externalid")) {
        verdicts.add(Verdict.of(fixedId(condition), here));
      } else if (condition.operator().isEmpty()) {
        verdicts.add(Verdict.undecided(here.saying("this condition cannot be read")));
      }
    }
    return Verdict.any(verdicts);
  }
}
