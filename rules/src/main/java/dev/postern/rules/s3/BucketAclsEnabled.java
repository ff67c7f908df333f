package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.s3.Bucket;

/// With ACLs on, each object may carry its own grants, made by whoever uploaded it, and no policy
/// shows them. Object ownership `BucketOwnerEnforced` turns ACLs off: the owner of the bucket owns
/// everything in it, and policies alone decide.
///
/// Since April 2023 Amazon S3 sets it for new buckets where nothing is said; the rule finds only
/// what turns ACLs on in writing. CloudFront's standard logs of the older kind need them.
///
/// ```yaml finding
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       OwnershipControls:
///         Rules: [{ObjectOwnership: BucketOwnerPreferred}] # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_ownership_controls" "data" {
///   bucket = aws_s3_bucket.data.id
///   rule {
///     object_ownership = "ObjectWriter" # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       OwnershipControls:
///         Rules: [{ObjectOwnership: BucketOwnerEnforced}]
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "data" {
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Ownership: {Type: String}
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       OwnershipControls:
///         Rules: [{ObjectOwnership: !Ref Ownership}]
/// ```
@Rule(
    title = "bucket still lets ACLs decide",
    severity = Severity.LOW,
    serves = {},
    fix = "set object ownership to `BucketOwnerEnforced` and give access by policies",
    price = "grants that ACLs gave end; uploads that set an ACL fail")
public final class BucketAclsEnabled implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    return Judgement.of(
        bucket
            .ownership()
            .any(rule ->
                rule.at("ObjectOwnership").isOneOf("ObjectWriter", "BucketOwnerPreferred")));
  }
}
