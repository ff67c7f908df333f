package dev.postern.rules.cloudtrail;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cloudtrail.Trail;

/// With validation CloudTrail writes a signed digest of its files every hour. A file that was
/// changed or taken away afterwards no longer fits; without it the evidence is only as good as the
/// permissions of the bucket.
///
/// It is off where nothing is said, and costs nothing.
///
/// ```yaml finding
/// Resources:
///   Audit:        # here
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudtrail" "audit" {
///   name                       = "audit"
///   s3_bucket_name             = "trails"
///   enable_log_file_validation = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true, EnableLogFileValidation: true}
/// ```
///
/// ```hcl clean
/// resource "aws_cloudtrail" "audit" {
///   name                       = "audit"
///   s3_bucket_name             = "trails"
///   enable_log_file_validation = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Digest: {Type: String}
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true, EnableLogFileValidation: !Ref Digest}
/// ```
@Rule(
    title = "trail's files can be changed unnoticed",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "turn on log file validation")
public final class TrailWithoutFileValidation implements LocalCheck<Trail> {
  @Override
  public Judgement judge(Trail trail) {
    return Judgement.of(trail.fileValidation().is(true).not());
  }
}
