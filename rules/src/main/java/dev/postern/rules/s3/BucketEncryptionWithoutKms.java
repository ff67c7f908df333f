package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;

/// With SSE-S3 whoever may read an object may decrypt it: there is no key policy to say otherwise,
/// no record of each use of the key, and nothing to revoke. With SSE-KMS a reader needs the key as
/// well as the object.
///
/// The rule asks only where SSE-S3 was chosen in writing. Where nothing is written,
/// `bucket-without-encryption` says so. Logs that AWS delivers are left alone where the sender can
/// write no other encryption.
///
/// ```yaml finding
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       BucketEncryption:
///         ServerSideEncryptionConfiguration:
///           - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256} # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
///   bucket = aws_s3_bucket.data.id
///   rule {
///     apply_server_side_encryption_by_default {
///       sse_algorithm = "AES256" # here
///     }
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       BucketEncryption:
///         ServerSideEncryptionConfiguration:
///           - BucketKeyEnabled: true
///             ServerSideEncryptionByDefault:
///               SSEAlgorithm: aws:kms
///               KMSMasterKeyID: alias/data
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
///   bucket = aws_s3_bucket.data.id
///   rule {
///     apply_server_side_encryption_by_default {
///       sse_algorithm     = "aws:kms:dsse"
///       kms_master_key_id = "alias/data"
///     }
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Algorithm: {Type: String}
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       BucketEncryption:
///         ServerSideEncryptionConfiguration:
///           - ServerSideEncryptionByDefault: {SSEAlgorithm: !Ref Algorithm}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
/// ```
@Rule(
    title = "bucket is encrypted with S3's own keys, not with KMS",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "choose SSE-KMS with a customer key and turn on bucket keys",
    price = "readers and writers need permission to use the key")
public final class BucketEncryptionWithoutKms implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict sse =
        bucket
            .encryption()
            .any(rule -> rule.at("ServerSideEncryptionByDefault").at("SSEAlgorithm").is("AES256"));
    return Judgement.where(bucket.encryption().isWritten().and(bucket.receivesLogs().not()), sse);
  }
}
