package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Operator;
import dev.postern.policy.document.Operator.Base;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Statement;
import dev.postern.value.Truth;
import java.util.List;

/// Whether policies ask for multi-factor authentication.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">MFA-protected
///   API access</a>
public final class Mfa {
  private static final String PRESENT = "aws:multifactorauthpresent";
  private static final String AGE = "aws:multifactorauthage";

  private Mfa() {}

  /// Whether a statement holds only for who has used MFA.
  public static boolean isAskedBy(Statement statement) {
    return statement.conditions().stream().anyMatch(Mfa::asks);
  }

  private static boolean asks(Condition condition) {
    return condition
        .operator()
        .filter(operator -> !operator.ifExists())
        .filter(operator ->
            switch (condition.name()) {
              case PRESENT -> operator.base() == Base.BOOL && isOnly(condition, "true");
              case AGE -> operator.base() != Base.NULL || isOnly(condition, "false");
              default -> false;
            })
        .isPresent();
  }

  /// The actions that a Deny refuses to whoever has not used MFA, on every resource. `Bool` alone
  /// does not count: requests with access keys have no such key, and only `BoolIfExists` holds for
  /// them.
  public static ActionSet refusedWithout(List<PolicyDocument> documents, Actions table) {
    return documents.stream()
        .flatMap(d -> d.statements().stream())
        .filter(s -> s.denies() == Truth.TRUE && isAbsenceOfMfa(s.conditions()))
        .filter(s -> s.resources().listed().stream().anyMatch(p -> p.isEverything() == Truth.TRUE))
        .map(s -> new Reach(s, table).actions().sure())
        .reduce(ActionSet.none(table), ActionSet::union);
  }

  private static boolean isAbsenceOfMfa(List<Condition> conditions) {
    return conditions.size() == 1
        && conditions
            .getFirst()
            .operator()
            .filter(operator -> isAbsence(operator, conditions.getFirst()))
            .isPresent();
  }

  private static boolean isAbsence(Operator operator, Condition condition) {
    boolean refuted =
        operator.base() == Base.BOOL
            && operator.ifExists()
            && condition.name().equals(PRESENT)
            && isOnly(condition, "false");
    boolean absent =
        operator.base() == Base.NULL
            && (condition.name().equals(PRESENT) || condition.name().equals(AGE))
            && isOnly(condition, "true");
    return refuted || absent;
  }

  private static boolean isOnly(Condition condition, String value) {
    return condition.values().size() == 1
        && condition.values().getFirst().text().isOneOfIgnoringCase(value) == Truth.TRUE;
  }
}
