package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.s3.Bucket;

/// The configuration does not say how the bucket's objects are encrypted. Since 2023-01-05 Amazon
/// S3 encrypts new objects with its own keys (SSE-S3) where nothing is said, so such a bucket is
/// not unencrypted; but nobody who reads the configuration can tell what was meant, and a customer
/// key was not chosen.
///
/// A review asks for the choice in writing.
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
/// ```yaml clean
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///     Properties:
///       BucketEncryption:
///         ServerSideEncryptionConfiguration:
///           - ServerSideEncryptionByDefault: {SSEAlgorithm: aws:kms}
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "logs" {
/// }
///
/// resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
///   bucket = aws_s3_bucket.logs.id
///   rule {
///     apply_server_side_encryption_by_default {
///       sse_algorithm = "aws:kms"
///     }
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///     Properties:
///       Fn::Transform: {Name: CommonBucket}
/// ```
@Rule(
    title = "bucket states no default encryption",
    severity = Severity.HIGH,
    serves = {"F06", "C07"},
    fix = "state the default encryption, best SSE-KMS with a customer key and bucket keys")
public final class BucketWithoutEncryption implements LocalCheck<Bucket> {

  @Override
  public Judgement judge(Bucket bucket) {
    return Judgement.of(
        bucket
            .encryption()
            .isWritten()
            .not()
            .saying("no default encryption stated; S3 takes SSE-S3 since 2023-01-05"));
  }
}
