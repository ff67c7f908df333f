package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;
import java.util.List;
import java.util.function.Function;

/// Four settings stand between a mistake in an ACL or a bucket policy and everybody: new public
/// ACLs are refused, public ACLs are ignored, new public policies are refused, and a bucket with a
/// public policy answers only its own account and AWS services. A review asks for all four in
/// writing, at the bucket, or at the account in the same unit.
///
/// Since April 2023 Amazon S3 turns them on for new buckets where nothing is said, so a bucket
/// without them is not public for that reason; older buckets, and buckets whose settings were
/// turned off by hand, stay as they are. A setting that is left out of a written block is off.
///
/// ```yaml finding
/// Resources:
///   Logs:          # here
///     Type: AWS::S3::Bucket
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "logs" { # here
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///     Properties:
///       PublicAccessBlockConfiguration:
///         BlockPublicAcls: true
///         BlockPublicPolicy: true
///         IgnorePublicAcls: true
///         RestrictPublicBuckets: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "logs" {
/// }
///
/// resource "aws_s3_bucket_public_access_block" "logs" {
///   bucket                  = aws_s3_bucket.logs.id
///   block_public_acls       = true
///   block_public_policy     = true
///   ignore_public_acls      = true
///   restrict_public_buckets = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///     Properties:
///       PublicAccessBlockConfiguration:
///         BlockPublicAcls: true
///         BlockPublicPolicy: "true"
///         IgnorePublicAcls: true
///         RestrictPublicBuckets: true
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "logs" {
/// }
///
/// resource "aws_s3_bucket_public_access_block" "logs" {
///   bucket                  = aws_s3_bucket.logs.id
///   block_public_acls       = true
///   block_public_policy     = true
///   ignore_public_acls      = true
///   restrict_public_buckets = true
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "logs" {
/// }
///
/// resource "aws_s3_account_public_access_block" "all" {
///   block_public_acls       = true
///   block_public_policy     = true
///   ignore_public_acls      = true
///   restrict_public_buckets = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Block: {Type: String}
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///     Properties:
///       PublicAccessBlockConfiguration:
///         BlockPublicAcls: true
///         BlockPublicPolicy: true
///         IgnorePublicAcls: true
///         RestrictPublicBuckets: !Ref Block
/// ```
@Rule(
    title = "bucket does not block public access",
    severity = Severity.HIGH,
    serves = {"F07", "C06"},
    fix = "turn on all four settings of Block Public Access for the bucket",
    price = "ends access that rests on public ACLs or public policies")
public final class BucketWithoutPublicAccessBlock implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict written = bucket.publicAccessBlock().isWritten();
    Verdict nothing =
        written.not().saying("no public access block stated; S3 blocks new buckets since 2023-04");
    Verdict open = Verdict.any(settings(setting -> off(bucket, setting)));
    Verdict account = Verdict.all(settings(bucket::accountBlocks));
    return Judgement.of(nothing.or(open.and(written)).and(account.not()));
  }

  private static Verdict off(Bucket bucket, String setting) {
    return bucket.blocks(setting).not().saying("`" + setting + "` is not on");
  }

  private static List<Verdict> settings(Function<String, Verdict> question) {
    return Bucket.PUBLIC_ACCESS_SETTINGS.stream().map(question).toList();
  }
}
