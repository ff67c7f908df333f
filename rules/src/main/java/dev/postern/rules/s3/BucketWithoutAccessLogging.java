package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;

/// When something was read or deleted that should not have been, the access log tells by whom, from
/// where and what else. CloudTrail tells it too where its data events are on, which costs more and
/// is seldom on for every bucket.
///
/// Buckets that receive the logs of others, of trails, flow logs or load balancers are not asked:
/// logging them would log the logging.
///
/// ```yaml finding
/// Resources:
///   Data:          # here
///     Type: AWS::S3::Bucket
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "data" { # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       LoggingConfiguration:
///         DestinationBucketName: acme-access-logs
///         LogFilePrefix: data/
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_logging" "data" {
///   bucket        = aws_s3_bucket.data.id
///   target_bucket = "acme-access-logs"
///   target_prefix = "data/"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       LoggingConfiguration: {DestinationBucketName: !Ref Logs}
///   Logs:
///     Type: AWS::S3::Bucket
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket" "logs" {
/// }
///
/// resource "aws_s3_bucket_logging" "data" {
///   bucket        = aws_s3_bucket.data.id
///   target_bucket = aws_s3_bucket.logs.id
///   target_prefix = "data/"
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///     Properties:
///       Fn::Transform: {Name: CommonBucket}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Logs:
///     Type: AWS::S3::Bucket
///   Flows:
///     Type: AWS::EC2::FlowLog
///     Properties:
///       ResourceId: vpc-0abc
///       ResourceType: VPC
///       TrafficType: ALL
///       LogDestinationType: s3
///       LogDestination: !GetAtt Logs.Arn
/// ```
@Rule(
    title = "bucket logs no access to it",
    severity = Severity.MEDIUM,
    serves = {"C09"},
    fix = "log access to a bucket that is kept for logs")
public final class BucketWithoutAccessLogging implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict unlogged = bucket.accessLogging().isWritten().not().saying("access is not logged");
    return Judgement.where(bucket.receivesLogs().not(), unlogged);
  }
}
