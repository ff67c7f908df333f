package dev.postern.rules.policies;

import dev.postern.iam.Exposure;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.ResourcePolicy;

/// A service acts for all its customers. A policy that trusts the service alone lets somebody in
/// another account point his own trail, topic or rule at this resource, and the service does it for
/// him: the confused deputy.
///
/// Conditions on the source account, ARN or organisation count, and for keys those on the caller's
/// account, the service that it comes through and the encryption context.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: shop
///       PolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: s3:PutObject
///             Resource: arn:aws:s3:::shop/*
///             Principal: {Service: cloudtrail.amazonaws.com} # here
/// ```
///
/// ```hcl finding
/// resource "aws_sqs_queue_policy" "p" {
///   queue_url = "https://sqs.us-east-1.amazonaws.com/111122223333/jobs"
///   policy = jsonencode({
///     Statement = [{
///       Effect    = "Allow", Action = "sqs:SendMessage", Resource = "*"
///       Principal = { Service = "sns.amazonaws.com" } # here
///     }]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: shop
///       PolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Principal: {Service: cloudfront.amazonaws.com}
///             Condition: {StringEquals: {AWS:SourceArn: !Sub 'arn:aws:cloudfront::${AWS::AccountId}:distribution/E1'}}
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket_policy" "p" {
///   bucket = "shop"
///   policy = jsonencode({
///     Statement = [
///       {
///         Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*"
///         Principal = { AWS = "arn:aws:iam::111122223333:role/web" }
///       }
///     ]
///   })
/// }
/// ```
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">the
///   confused deputy problem</a>
@Rule(
    title = "service may use the resource for any account",
    severity = Severity.MEDIUM,
    serves = {"C05"},
    fix = "add a condition on `aws:SourceAccount` or `aws:SourceArn`",
    price = "events of sources that the condition does not name are refused")
public final class ServicePrincipalWithoutSource implements LocalCheck<ResourcePolicy> {

  @Override
  public Judgement judge(ResourcePolicy policy) {
    return policy.documents().isEmpty() || policy.isPermission()
        ? Judgement.notApplicable()
        : Judgement.of(
            Verdict.any(policy.documents().stream().map(Exposure::confusedDeputy).toList()));
  }
}
