package dev.postern.rules.cloudfront;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudfront.Distribution;

/// The access log says who asked for what, from where, and with which result. CloudFront writes
/// none unless it is told where. A delivery source of CloudWatch Logs for the distribution counts
/// as well.
///
/// ```yaml finding
/// Resources:
///   Site: # here
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig: {Enabled: true}
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Logging: {Bucket: logs.s3.amazonaws.com}
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig: {Enabled: true}
///   Log:
///     Type: AWS::Logs::DeliverySource
///     Properties:
///       LogType: ACCESS_LOGS
///       ResourceArn: !Sub "arn:aws:cloudfront::${AWS::AccountId}:distribution/${Site}"
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" { # here
///   enabled = true
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cloudfront_distribution" "site" {
///   enabled = true
///   logging_config {
///     bucket = "logs.s3.amazonaws.com"
///   }
/// }
/// ```
@Rule(
    title = "requests to the distribution are not logged",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `Logging.Bucket`, or deliver access logs to CloudWatch Logs, Firehose or S3",
    price = "logs cost money")
public final class DistributionWithoutLog implements CloudCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution, Cloud cloud) {
    Resource resource = distribution.resource();
    boolean delivered =
        !cloud
            .incoming("AWS::Logs::DeliverySource", "ResourceArn", resource.type())
            .to(resource)
            .isEmpty();
    Verdict silent = distribution.logBucket().isWritten().not();
    return delivered
        ? Judgement.satisfied()
        : Judgement.of(silent.showing(resource.evidence("no access log")));
  }
}
