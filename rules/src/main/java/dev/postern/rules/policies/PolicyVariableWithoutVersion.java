package dev.postern.rules.policies;

import dev.postern.policy.document.Arns;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.WrittenPolicy;

/// Variables such as `${aws:username}` work in policies of version `2012-10-17`. In a policy
/// without a version, or of `2008-10-17`, they are characters like any others: the resource is one
/// of that very name, a Deny hits nobody, and what was meant to be each user's own is nobody's.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: s3:GetObject
///             Resource: 'arn:aws:s3:::shop/${aws:username}/*' # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version   = "2008-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/$${aws:username}/*" } # here
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
///           - {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/${aws:username}/*'}
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
    title = "policy variable is plain text in this policy version",
    severity = Severity.MEDIUM,
    serves = {"P1.1"},
    fix = "write `Version: 2012-10-17`")
public final class PolicyVariableWithoutVersion implements LocalCheck<WrittenPolicy> {

  @Override
  public Judgement judge(WrittenPolicy policy) {
    if (policy.statements().isEmpty()) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        policy.documents().stream()
            .filter(document -> document.version().filter("2012-10-17"::equals).isEmpty())
            .flatMap(document -> document.statements().stream())
            .flatMap(statement -> statement.resources().listed().stream())
            .filter(pattern -> Arns.known(pattern.text()).contains("${"))
            .map(pattern -> pattern.saying("no variable here: the policy is not of 2012-10-17"))
            .map(Verdict::yes)
            .map(Claim::of)
            .toList());
  }
}
