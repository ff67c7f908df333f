package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;

/// Without versions an overwritten or deleted object is gone: by mistake, by a bug, or by whoever
/// took over a credential that may write. With versions the object of yesterday can be restored.
///
/// Nothing in a template says which data is critical, so every bucket counts, except those to which
/// something reviewed with it delivers logs: log files are written once under new names. Suspended
/// is not on.
///
/// ```yaml finding
/// Resources:
///   Data:          # here
///     Type: AWS::S3::Bucket
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_versioning" "data" {
///   bucket = aws_s3_bucket.data.id
///   versioning_configuration {
///     status = "Suspended" # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       VersioningConfiguration: {Status: Enabled}
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_versioning" "data" {
///   bucket = aws_s3_bucket.data.id
///   versioning_configuration {
///     status = "Enabled"
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Versioning: {Type: String}
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       VersioningConfiguration: {Status: !Ref Versioning}
/// ```
///
/// ```yaml finding
/// Parameters:
///   Versioning: {Type: String, AllowedValues: [Enabled, Suspended]}
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       VersioningConfiguration: {Status: !Ref Versioning}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///   Trail:
///     Type: AWS::CloudTrail::Trail
///     Properties: {IsLogging: true, S3BucketName: !Ref Logs}
/// ```
@Rule(
    title = "bucket keeps no versions of its objects",
    severity = Severity.MEDIUM,
    serves = {"C08"},
    fix = "turn on versioning, with a lifecycle rule that ends old versions",
    price = "old versions are stored, and paid for, until a lifecycle rule ends them")
public final class BucketWithoutVersioning implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict unversioned = bucket.versioning().is("Enabled").not();
    return Judgement.where(bucket.receivesLogs().not(), unversioned);
  }
}
