package dev.postern.rules.iam;

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
import dev.postern.view.iam.IamPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `s3:*` on a named bucket still includes deleting it, opening it to the public and changing who
/// may use it, and whatever AWS adds. A task needs a few actions.
///
/// A pattern such as `s3:Get*` is not reported. `*` alone means every action of every service, and
/// is worse; on every resource both are other findings.
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
        for (Pattern pattern : statement.actions().listed()) {
          claim(policy, statement, pattern).ifPresent(claims::add);
        }
      }
    }
    return Judgement.of(claims);
  }

  private static Optional<Claim> claim(IamPolicy policy, Statement statement, Pattern pattern) {
    String glob = pattern.loosest();
    String name = glob.substring(glob.indexOf(':') + 1);
    if (name.isEmpty() || !name.chars().allMatch(c -> c == '*')) {
      return Optional.empty();
    }
    boolean known = pattern.text().literal().isPresent();
    Verdict verdict =
        known
            ? Verdict.of(statement.allows(), pattern.saying("every action"))
            : Verdict.undecided(pattern.saying("the actions are not known"));
    Claim claim = Claim.of(Verdict.within(List.of(pattern.when()), verdict));
    boolean all = known && glob.startsWith("*");
    return Optional.of(
        all
            ? claim
                .titled("allows every action of every service")
                .at(Severity.HIGH, pattern.saying("every service"))
                .witnessed(policy.exampleOf(statement))
            : claim);
  }
}
