package dev.postern.rules.policies;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.Pattern;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.WrittenPolicy;

/// A pattern that matches no action allows nothing and denies nothing: the task fails, or the Deny
/// that somebody relies on is not there. IAM takes such a policy without a word.
///
/// Patterns are matched against the list that AWS publishes; an action newer than the list shipped
/// here is reported wrongly.
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
///             Resource: arn:aws:s3:::shop
///             Action: s3:ListObjects # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Deny", Action = "dynamo:*", Resource = "*" }, # here
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
///           - {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*'}
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
    title = "policy names an action that AWS does not have",
    severity = Severity.LOW,
    serves = {"P1.1"},
    fix = "write the action as the service authorization reference has it")
public final class UnknownAction implements LocalCheck<WrittenPolicy> {

  @Override
  public Judgement judge(WrittenPolicy policy) {
    return policy.statements().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            policy.statements().stream()
                .flatMap(s -> s.actions().listed().stream())
                .filter(action -> isUnknown(action, policy.cloud().facts().actions()))
                .map(action -> action.saying(action.shown() + " matches no action"))
                .map(Verdict::yes)
                .map(Claim::of)
                .toList());
  }

  private static boolean isUnknown(Pattern action, Actions table) {
    return action
        .text()
        .literal()
        .filter(glob -> glob.contains(":"))
        .filter(glob -> ActionSet.matching(table, glob).isEmpty())
        .isPresent();
  }
}
