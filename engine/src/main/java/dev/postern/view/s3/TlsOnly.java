package dev.postern.view.s3;

import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Operator.Base;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Principal;
import dev.postern.policy.document.Principals;
import dev.postern.policy.document.Statement;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.List;

/// Recognizes the statement that refuses requests over plain HTTP.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">enforce
///   encryption of data in transit</a>
final class TlsOnly {
  private TlsOnly() {}

  /// Whether `policy` denies everybody every action of S3 on the objects when `aws:SecureTransport`
  /// is false.
  static Verdict isEnforced(PolicyDocument policy) {
    return Verdict.any(
        policy.statements().stream()
            .map(s -> Verdict.within(List.of(s.when()), answer(s)))
            .toList());
  }

  private static Verdict answer(Statement statement) {
    return switch (isEnforced(statement)) {
      case TRUE -> Verdict.yes(statement.saying("refuses plain HTTP"));
      case UNKNOWN ->
          Verdict.undecided(statement.saying("not known whether it refuses plain HTTP"));
      case FALSE -> Verdict.no();
    };
  }

  private static Truth isEnforced(Statement statement) {
    return statement
        .denies()
        .and(everybody(statement.principals()))
        .and(any(statement.actions(), "s3:*", "*"))
        .and(objects(statement.resources()))
        .and(onlyPlainHttp(statement));
  }

  private static Truth everybody(Principals principals) {
    Truth any = Truth.FALSE;
    for (Principals.Named named : principals.listed()) {
      any =
          any.or(
              switch (named.principal()) {
                case Principal.Everyone _ -> Truth.TRUE;
                case Principal.Unknown _ -> Truth.UNKNOWN;
                case Principal.Account _,
                    Principal.Arn _,
                    Principal.Service _,
                    Principal.Federated _,
                    Principal.CanonicalUser _,
                    Principal.Deleted _ ->
                    Truth.FALSE;
              });
    }
    return principals.sense() == Sense.THESE ? any : Truth.FALSE;
  }

  private static Truth any(Patterns patterns, String... wanted) {
    return patterns.listed().stream()
        .map(p -> p.text().isOneOfIgnoringCase(wanted))
        .reduce(Truth.FALSE, Truth::or)
        .and(Truth.of(patterns.sense() == Sense.THESE));
  }

  private static Truth objects(Patterns patterns) {
    return patterns.listed().stream()
        .map(p -> p.text().endsWith("/*").or(p.text().isString("*")))
        .reduce(Truth.FALSE, Truth::or)
        .and(Truth.of(patterns.sense() == Sense.THESE));
  }

  private static Truth onlyPlainHttp(Statement statement) {
    List<Condition> conditions = statement.conditions();
    boolean unread =
        conditions.stream().anyMatch(c -> c.key().isEmpty())
            || (conditions.isEmpty() && statement.denies() == Truth.UNKNOWN);
    if (unread) {
      return Truth.UNKNOWN;
    }
    if (conditions.size() != 1 || !conditions.getFirst().name().equals("aws:securetransport")) {
      return Truth.FALSE;
    }
    Condition condition = conditions.getFirst();
    boolean compares =
        condition
            .operator()
            .filter(o -> o.base() == Base.BOOL || o.base() == Base.STRING_EQUALS)
            .isPresent();
    return condition.values().stream()
        .map(value -> value.text().isOneOfIgnoringCase("false"))
        .reduce(Truth.FALSE, Truth::or)
        .and(Truth.of(compares));
  }
}
