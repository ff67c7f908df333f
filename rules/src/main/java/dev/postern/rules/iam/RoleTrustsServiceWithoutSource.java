package dev.postern.rules.iam;

import dev.postern.iam.Exposure;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.TrustPolicy;
import java.util.Set;

/// Some services take on a role for whoever configures them. Without a condition on the source,
/// somebody in another account can name this role and have the service use it for him, if the
/// service does not check it by itself.
///
/// Only services for which AWS documents the condition in trust policies are asked; EC2 and Lambda,
/// which act for the account of the role alone, are not. A fixed external id, which Firehose sends,
/// is such a condition too.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {Service: scheduler.amazonaws.com} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "firehose.amazonaws.com" } }, # here
///     ]
///   })
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {Service: firehose.amazonaws.com}
///             Condition: {StringLike: {sts:ExternalId: '*'}}
/// ```
///
/// ```yaml clean
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {Service: firehose.amazonaws.com}
///             Condition: {StringEquals: {sts:ExternalId: !Ref AWS::AccountId}}
/// ```
///
/// ```yaml clean
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {Service: scheduler.amazonaws.com}
///             Condition: {StringEquals: {aws:SourceAccount: '111122223333'}}
/// ```
///
/// ```yaml clean
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {Service: lambda.amazonaws.com}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }
///     ]
///   })
/// }
/// ```
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">the
///   confused deputy problem</a>
@Rule(
    title = "service may assume the role for any account",
    severity = Severity.LOW,
    serves = {"C05"},
    fix = "add a condition on `aws:SourceAccount` or `aws:SourceArn`")
public final class RoleTrustsServiceWithoutSource implements LocalCheck<TrustPolicy> {

  private static final Set<String> CHECKED =
      Set.of(
          "bedrock.amazonaws.com",
          "codebuild.amazonaws.com",
          "firehose.amazonaws.com",
          "glue.amazonaws.com",
          "imagebuilder.amazonaws.com",
          "pipes.amazonaws.com",
          "sagemaker.amazonaws.com",
          "scheduler.amazonaws.com",
          "ssm.amazonaws.com",
          "states.amazonaws.com",
          "vpc-flow-logs.amazonaws.com");

  @Override
  public Judgement judge(TrustPolicy trust) {
    return trust.documents().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            Verdict.any(
                trust.documents().stream()
                    .map(document -> Exposure.confusedDeputy(document, CHECKED::contains))
                    .toList()));
  }
}
