package dev.postern.iam;

import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Operator;
import dev.postern.policy.document.Operator.Base;
import dev.postern.policy.document.Operator.Quantifier;
import dev.postern.policy.document.Statement;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Which conditions keep somebody out.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">set
///   operators and absent keys</a>
public final class Conditions {
  private Conditions() {}

  /// What one condition does, and why in words.
  private record Effectiveness(Truth holds, String why) {
    static Effectiveness no(String why) {
      return new Effectiveness(Truth.FALSE, why);
    }
  }

  /// Whether the conditions of a statement confine it to fixed principals, accounts, organisations,
  /// networks or sources, so that a stranger can never meet them.
  public static Verdict confine(Statement statement) {
    var verdicts = new ArrayList<Verdict>();
    for (Condition condition : statement.conditions()) {
      Effectiveness effect = confines(condition, statement);
      verdicts.add(Verdict.of(effect.holds(), condition.saying(effect.why())));
    }
    return Verdict.any(verdicts);
  }

  /// Whether the conditions of a statement leave out any request that would matter: whether it is
  /// granted "only if".
  public static Verdict restrict(Statement statement) {
    var verdicts = new ArrayList<Verdict>();
    for (Condition condition : statement.conditions()) {
      Effectiveness effect = restricts(condition);
      verdicts.add(Verdict.of(effect.holds(), condition.saying(effect.why())));
    }
    return Verdict.any(verdicts);
  }

  /// Whether every request of a stranger meets the conditions of a statement: true when there are
  /// none.
  static Truth holdForStrangers(Statement statement) {
    Truth all = Truth.TRUE;
    for (Condition condition : statement.conditions()) {
      all = all.and(holdsForStrangers(condition));
    }
    return all;
  }

  private static Effectiveness confines(Condition condition, Statement statement) {
    if (condition.operator().isEmpty()) {
      return new Effectiveness(Truth.UNKNOWN, unknown(condition));
    }
    Operator operator = condition.operator().get();
    Effectiveness vacuous = vacuous(condition, operator, statement.conditions());
    if (vacuous.holds() == Truth.FALSE) {
      return vacuous;
    }
    if (operator.base() == Base.NULL) {
      return Effectiveness.no("asks only whether the key is there");
    }
    if (operator.base().negated()) {
      return Effectiveness.no("keeps out the listed ones only");
    }
    ConditionKeys.Kind kind = ConditionKeys.kind(condition.name());
    Truth fixed = FixedValues.all(condition.values(), kind, operator.base().wildcards());
    return new Effectiveness(fixed, words(fixed, kind, condition));
  }

  private static String words(Truth fixed, ConditionKeys.Kind kind, Condition condition) {
    String key = "`" + condition.key() + "`";
    return switch (fixed) {
      case TRUE -> "confined by " + key;
      case UNKNOWN ->
          kind == ConditionKeys.Kind.UNKNOWN
              ? "it is not known whether " + key + " confines anyone"
              : unknown(condition);
      case FALSE ->
          switch (kind) {
            case OPEN -> ConditionKeys.whyOpen(condition.name());
            case ADDRESS -> "the addresses are the Internet";
            case FLAG -> "holds for strangers";
            case OWNER, ARN, ORGANISATION_PATH, USER_ID, UNKNOWN ->
                "the value of " + key + " is not fixed";
          };
    };
  }

  private static String unknown(Condition condition) {
    return condition.values().stream()
        .flatMap(v -> v.text().unknown().stream())
        .findFirst()
        .map(Object::toString)
        .orElse("this condition cannot be read");
  }

  /// False where the condition holds for requests without the key, which strangers can send.
  private static Effectiveness vacuous(
      Condition condition, Operator operator, List<Condition> together) {
    boolean present =
        ConditionKeys.alwaysPresent(condition.name()) || presenceIsAsked(condition, together);
    if (operator.quantifier() == Quantifier.FOR_ALL_VALUES && !present) {
      return Effectiveness.no("`ForAllValues` is true for a request without the key");
    }
    if (operator.ifExists() && !present) {
      return Effectiveness.no("`IfExists` is true for a request without the key");
    }
    return new Effectiveness(Truth.TRUE, "");
  }

  private static boolean presenceIsAsked(Condition condition, List<Condition> together) {
    return together.stream()
        .filter(c -> c.name().equals(condition.name()))
        .filter(c -> c.operator().filter(o -> o.base() == Base.NULL).isPresent())
        .anyMatch(c ->
            c.values().size() == 1
                && c.values().getFirst().text().isOneOfIgnoringCase("false") == Truth.TRUE);
  }

  private static Effectiveness restricts(Condition condition) {
    if (condition.operator().isEmpty()) {
      return new Effectiveness(Truth.UNKNOWN, unknown(condition));
    }
    Operator operator = condition.operator().get();
    if (condition.name().equals("aws:securetransport")) {
      return Effectiveness.no("asks only for TLS");
    }
    boolean mfa = condition.name().startsWith("aws:multifactorauth");
    boolean misses =
        operator.ifExists()
            && (mfa || !ConditionKeys.alwaysPresent(condition.name()))
            && !condition.name().startsWith("aws:requesttag/");
    if (misses) {
      return Effectiveness.no("`IfExists` is true for a request without the key");
    }
    boolean everything =
        operator.base().wildcards()
            && !operator.base().negated()
            && condition.values().stream()
                .anyMatch(v -> v.text().literal().filter("*"::equals).isPresent());
    if (everything) {
      return Effectiveness.no("`*` takes in every value");
    }
    boolean all =
        operator.base() == Base.IP_ADDRESS
            && FixedValues.all(condition.values(), ConditionKeys.Kind.ADDRESS, false)
                == Truth.FALSE;
    return all
        ? Effectiveness.no("the addresses are the Internet")
        : new Effectiveness(Truth.TRUE, "only where `" + condition.key() + "` is as asked here");
  }

  private static Truth holdsForStrangers(Condition condition) {
    if (condition.operator().isEmpty()) {
      return Truth.UNKNOWN;
    }
    Operator operator = condition.operator().get();
    ConditionKeys.Kind kind = ConditionKeys.kind(condition.name());
    if (kind == ConditionKeys.Kind.FLAG) {
      boolean absentToo = operator.ifExists() && operator.base() == Base.BOOL;
      return absentToo
          ? condition.values().stream()
              .map(v -> v.text().isOneOfIgnoringCase("false"))
              .reduce(Truth.FALSE, Truth::or)
          : Truth.FALSE;
    }
    boolean excluding =
        operator.base().negated() && operator.quantifier() != Quantifier.FOR_ANY_VALUE;
    return excluding
        ? FixedValues.all(condition.values(), kind, operator.base().wildcards())
        : Truth.FALSE;
  }

  /// The evidence of the conditions that restrict a statement.
  static List<Evidence> guards(Statement statement) {
    return restrict(statement) instanceof Verdict.Yes(var because) ? because : List.of();
  }
}
