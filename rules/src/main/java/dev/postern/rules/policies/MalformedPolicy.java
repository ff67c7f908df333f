package dev.postern.rules.policies;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.iam.WrittenPolicy;

/// AWS refuses the policy, or takes it and ignores what it does not understand. In both cases what
/// was meant is not in force, and what is reviewed here may not be what is deployed.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Effect: allow # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "GetObject", Resource = "arn:aws:s3:::shop/*" }, # here
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
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar
///   of policies</a>
@Rule(
    title = "policy is not one that AWS takes",
    severity = Severity.MEDIUM,
    serves = {"P1.1"},
    fix = "write it as the policy grammar has it")
public final class MalformedPolicy implements LocalCheck<WrittenPolicy> {

  @Override
  public Judgement judge(WrittenPolicy policy) {
    return Judgement.of(
        policy.documents().stream()
            .flatMap(document -> document.malformed().stream())
            .map(fault -> Claim.of(Verdict.yes(new Evidence(fault.origin(), fault.message()))))
            .toList());
  }
}
