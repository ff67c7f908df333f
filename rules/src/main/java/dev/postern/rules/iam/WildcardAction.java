package dev.postern.rules.iam;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import dev.postern.view.iam.IamPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// `s3:*` on a named bucket still includes deleting it, opening it to the public and changing who
/// may use it, and whatever AWS adds. A task needs a few actions.
///
/// The services of one statement are one finding. A pattern such as `s3:Get*` is not reported. `*`
/// alone means every action of every service, and is worse; on every resource both are other
/// findings.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - Effect: Allow
///             Resource: 'arn:aws:s3:::shop/*'
///             Action: ['s3:*'] # here
/// ```
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - Effect: Allow
///             Resource: 'arn:aws:s3:::shop/*'
///             Action: '*' # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::shop/*" }, # here
///     ]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 's3:Get*', Resource: 'arn:aws:s3:::shop/*'}
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Deny, Action: 's3:*', Resource: 'arn:aws:s3:::shop/*'}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*" }
///     ]
///   })
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Action: {Type: String}
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: !Ref Action, Resource: 'arn:aws:s3:::shop/*'}
/// ```
@Rule(
    title = "allows every action of a service",
    severity = Severity.MEDIUM,
    serves = {"C01", "C15", "P1.3"},
    fix = "list the actions that the task needs",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "allows-whole-service",
      "allows-iam-modification"
    },
    price = "a task that uses an action nobody listed fails")
public final class WildcardAction implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    if (policy.isEmpty()) {
      return Judgement.notApplicable();
    }
    var claims = new ArrayList<Claim>();
    for (Statement statement : policy.statements()) {
      if (statement.allows() != Truth.FALSE && statement.actions().sense() == Sense.THESE) {
        statement.actions().listed().stream()
            .filter(WildcardAction::isWhole)
            .collect(groupingBy(p -> kind(policy, p), LinkedHashMap::new, toList()))
            .forEach((kind, patterns) -> claims.add(claim(policy, statement, kind, patterns)));
      }
    }
    return Judgement.of(claims);
  }

  private static boolean isWhole(Pattern pattern) {
    String glob = pattern.loosest();
    String name = glob.substring(glob.indexOf(':') + 1);
    return !name.isEmpty() && name.chars().allMatch(c -> c == '*');
  }

  /// What patterns have in common that are told together.
  ///
  /// @param everywhere whether the policy allows the whole service on every resource, which another
  ///   rule tells
  private record Kind(World when, boolean known, boolean everyService, Truth everywhere) {}

  private static Kind kind(IamPolicy policy, Pattern pattern) {
    String glob = pattern.loosest();
    boolean known = pattern.text().literal().isPresent();
    boolean all = known && glob.startsWith("*");
    Truth everywhere =
        known && !all
            ? policy.grants().allowsService(glob.split(":", 2)[0]).verdict().truth()
            : Truth.FALSE;
    return new Kind(pattern.when(), known, all, everywhere);
  }

  private static Claim claim(
      IamPolicy policy, Statement statement, Kind kind, List<Pattern> patterns) {
    String fact = kind.known() ? "every action" : "the actions are not known";
    Truth is = kind.known() ? statement.allows() : Truth.UNKNOWN;
    Verdict verdict =
        Verdict.any(patterns.stream().map(p -> Verdict.of(is, p.saying(fact))).toList());
    Claim claim = Claim.of(Verdict.within(List.of(kind.when()), verdict));
    return kind.everyService()
        ? claim
            .titled("allows every action of every service")
            .at(Severity.HIGH, patterns.getFirst().saying("every service"))
            .witnessed(policy.exampleOf(statement))
        : patterns.size() == 1
            ? claim
            : claim.titled("allows every action of " + patterns.size() + " services");
  }
}
