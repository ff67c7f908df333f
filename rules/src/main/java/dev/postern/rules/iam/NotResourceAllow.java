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

/// An Allow with `NotResource` reaches every resource that is not listed: those of other teams, of
/// other accounts, and all that are made later. Only a Deny with the same list would protect what
/// is meant to be protected.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 's3:GetObject', NotResource: 'arn:aws:s3:::secret/*'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:GetObject", NotResource = "arn:aws:s3:::secret/*" }, # here
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
///           - {Effect: Deny, Action: 's3:GetObject', NotResource: 'arn:aws:s3:::shop/*'}
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
    title = "allows on every resource but the listed ones",
    severity = Severity.MEDIUM,
    serves = {"C01", "P1.3"},
    fix = "list the resources that are needed, and let a Deny protect the others",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "allows-whole-service",
      "allows-iam-modification",
      "not-action-allow"
    })
public final class NotResourceAllow implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    return policy.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            policy.statements().stream()
                .filter(s -> s.resources().sense() == Sense.ALL_BUT_THESE)
                .filter(s -> s.allows() != Truth.FALSE)
                .map(NotResourceAllow::claim)
                .toList());
  }

  private static Claim claim(Statement statement) {
    var here = new Evidence(statement.resources().origin(), "every resource but these");
    return Claim.of(
        Verdict.within(List.of(statement.when()), Verdict.of(statement.allows(), here)));
  }
}
