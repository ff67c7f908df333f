package dev.postern.rules.cloudtrail;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cloudtrail.Trail;

/// Files in a bucket are for afterwards. Metric filters and alarms, on the use of the root user or
/// on a changed policy, read a log group, and it has the events within minutes.
///
/// ```yaml finding
/// Resources:
///   Audit:        # here
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudtrail" "audit" { # here
///   name           = "audit"
///   s3_bucket_name = "trails"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties:
///       S3BucketName: trails
///       IsLogging: true
///       CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
///   Group:
///     Type: AWS::Logs::LogGroup
/// ```
///
/// ```hcl clean
/// resource "aws_cloudwatch_log_group" "audit" {
///   name = "audit"
/// }
///
/// resource "aws_cloudtrail" "audit" {
///   name                       = "audit"
///   s3_bucket_name             = "trails"
///   cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.audit.arn}:*"
/// }
/// ```
@Rule(
    title = "trail raises no alarms",
    severity = Severity.LOW,
    serves = {},
    fix = "send the trail to a CloudWatch log group as well")
public final class TrailWithoutLogGroup implements LocalCheck<Trail> {
  @Override
  public Judgement judge(Trail trail) {
    return Judgement.of(
        trail.logGroup().isWritten().not().saying("no log group receives its events"));
  }
}
