package dev.postern.rules.iam;

import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.view.iam.IamPolicy;
import java.util.List;

/// An Allow with `NotAction` grants every action of every service that is not listed, and with each
/// new service of AWS it grants more. What is meant is often a Deny, which loses nothing when AWS
/// grows.
///
/// On named resources, or under a condition, it reaches less and weighs less.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, NotAction: 'iam:*', Resource: '*'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", NotAction = ["iam:*"], Resource = "*" }, # here
///     ]
///   })
/// }
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
///           - {Effect: Allow, NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::shop'} # here
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
///           - Effect: Deny
///             NotAction: ['iam:EnableMFADevice', 'sts:GetSessionToken']
///             Resource: '*'
///             Condition: {BoolIfExists: {aws:MultiFactorAuthPresent: 'false'}}
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
@Rule(
    title = "allows every action but the listed ones",
    severity = Severity.HIGH,
    serves = {"C01", "P1.3"},
    fix = "list the actions that are needed, and let a Deny say what must never happen",
    unless = {"allows-everything", "allows-everything-together"})
public final class NotActionAllow implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    return policy.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            policy.statements().stream()
                .filter(s -> s.actions().sense() == Sense.ALL_BUT_THESE)
                .filter(s -> s.allows() != Truth.FALSE)
                .map(s -> claim(policy, s))
                .toList());
  }

  private static Claim claim(IamPolicy policy, Statement statement) {
    var here = new Evidence(statement.actions().origin(), "every action but these");
    Claim claim =
        Claim.of(Verdict.within(List.of(statement.when()), Verdict.of(statement.allows(), here)));
    boolean wide =
        statement.conditions().isEmpty()
            && (statement.resources().sense() == Sense.ALL_BUT_THESE
                || statement.resources().listed().stream()
                    .anyMatch(p -> p.isEverything() != Truth.FALSE));
    return wide
        ? claim.witnessed(policy.exampleOf(statement))
        : claim.at(Severity.MEDIUM, here.saying("not on every resource, or under a condition"));
  }
}
