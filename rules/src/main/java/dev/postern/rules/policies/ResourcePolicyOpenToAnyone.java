package dev.postern.rules.policies;

import dev.postern.iam.Answer;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.ResourcePolicy;

/// A policy with the principal `*` and nothing that confines it is for everybody: people with any
/// AWS account, and where the service takes unsigned requests, people with none.
///
/// A condition confines when it pins the caller to fixed accounts, principals, organisations,
/// networks or sources, in the sense in which S3 calls a policy public. `ForAllValues` and
/// `IfExists` also hold for requests that lack the key, and keys about TLS, headers or the resource
/// say nothing about the caller. A Deny that hits every stranger counts; so does a public-access
/// block that S3 applies when it evaluates (`RestrictPublicBuckets`) or that refuses the policy
/// (`BlockPublicPolicy`), and then the finding is only noted. `NotPrincipal` in an Allow is
/// everyone but the listed ones.
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
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Principal: '*' # here
/// ```
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
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Condition: {'ForAllValues:StringEquals': {aws:PrincipalOrgID: o-a1b2c3d4e5}}
///             Principal: {AWS: '*'} # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Q:
///     Type: AWS::SQS::QueuePolicy
///     Properties:
///       Queues: [jobs]
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: 'sqs:*', Resource: '*', NotPrincipal: {AWS: '111122223333'}} # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket_policy" "p" {
///   bucket = "shop"
///   policy = jsonencode({
///     Statement = [
///       {
///         Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*"
///         Principal = "*" # here
///       }
///     ]
///   })
/// }
/// ```
///
/// ```json finding
/// {
///   "Version": "2012-10-17",
///   "Statement": {
///     "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*", "Principal": "*"
///   }
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_kms_key" "k" {
///   policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "*" } } # here
///     ]
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
///             Principal: '*'
///             Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}
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
///             Principal: '*'
///             Condition: {StringEquals: {aws:SourceVpce: vpce-0a1b2c3d}}
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
///           - Effect: Deny
///             Action: s3:*
///             Resource: arn:aws:s3:::shop/*
///             Principal: '*'
///             Condition: {Bool: {aws:SecureTransport: 'false'}}
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
/// ```yaml undecided
/// Parameters:
///   Who: {Type: String}
/// Resources:
///   T:
///     Type: AWS::SNS::TopicPolicy
///     Properties:
///       Topics: [alerts]
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: 'sns:Publish', Resource: '*', Principal: {AWS: !Ref Who}}
/// ```
///
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">the
///   meaning of public</a>
@Rule(
    title = "policy of the resource lets in anyone",
    severity = Severity.CRITICAL,
    serves = {"F05"},
    fix = "name the principals, or confine everyone by organisation, account, network or source",
    price = "callers that are not named are refused")
public final class ResourcePolicyOpenToAnyone implements LocalCheck<ResourcePolicy> {

  @Override
  public Judgement judge(ResourcePolicy policy) {
    boolean asked = !policy.documents().isEmpty() && !policy.isPermission();
    return asked ? Judgement.of(claim(policy)) : Judgement.notApplicable();
  }

  private static Claim claim(ResourcePolicy policy) {
    Answer answer = policy.publicAccess().isPublic();
    Claim claim = answer.claim();
    if (!answer.verdict().possible()) {
      return claim;
    }
    String deed = answer.witness().map(w -> Deeds.of(w.action())).orElse("use");
    Claim titled = claim.titled("anyone may " + deed + " the " + policy.noun());
    return policy
        .protection()
        .map(why -> titled.at(Severity.INFO, why))
        .or(() -> policy.mitigation().map(why -> titled.at(Severity.MEDIUM, why)))
        .orElse(titled);
  }
}
