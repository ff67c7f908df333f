package dev.postern.rules.cloudtrail;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cloudtrail.Trail;

/// A trail that is switched off looks like one that works until the day it is needed. Switching it
/// off is also the first thing that an intruder does.
///
/// Terraform's trail logs where nothing is said; CloudFormation requires the word.
///
/// ```yaml finding
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties:
///       S3BucketName: trails
///       IsLogging: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_cloudtrail" "audit" {
///   name           = "audit"
///   s3_bucket_name = "trails"
///   enable_logging = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true}
/// ```
///
/// ```hcl clean
/// resource "aws_cloudtrail" "audit" {
///   name           = "audit"
///   s3_bucket_name = "trails"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   On: {Type: String}
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: !Ref On}
/// ```
@Rule(
    title = "trail records nothing",
    severity = Severity.HIGH,
    serves = {},
    fix = "turn logging on")
public final class TrailNotLogging implements LocalCheck<Trail> {
  @Override
  public Judgement judge(Trail trail) {
    return Judgement.of(trail.logging().is(true).not());
  }
}
