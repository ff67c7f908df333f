package dev.postern.rules.cloudfront;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudfront.Distribution;

/// CloudFront reads a bucket with origin access control, or with the older origin access identity.
/// Without either it reads as anybody, so that the bucket must be public, and viewers pass by
/// CloudFront's certificates, firewall and logs.
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: site.s3.eu-west-1.amazonaws.com # here
///             Id: site
///             S3OriginConfig: {}
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: site.s3.eu-west-1.amazonaws.com
///             OriginAccessControlId: E2QWRUHAPOMQZL
///             S3OriginConfig: {}
///           - DomainName: api.example.com
///             CustomOriginConfig: {OriginProtocolPolicy: https-only}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" {
///   origin {
///     domain_name = "site.s3.eu-west-1.amazonaws.com" # here
///     origin_id   = "site"
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cloudfront_distribution" "site" {
///   origin {
///     domain_name              = "site.s3.eu-west-1.amazonaws.com"
///     origin_id                = "site"
///     origin_access_control_id = "E2QWRUHAPOMQZL"
///   }
/// }
/// ```
@Rule(
    title = "the bucket behind the distribution has to be public",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "set `OriginAccessControlId`, and let the bucket policy admit this distribution only",
    price = "direct links to the bucket stop working")
public final class BucketOriginWithoutAccessControl implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    return Judgement.of(
        distribution
            .origins()
            .any(origin ->
                Distribution.isBucket(origin)
                    .saying("read without a signature")
                    .and(isSigned(origin).not())));
  }

  private static Verdict isSigned(Property origin) {
    return origin
        .at("OriginAccessControlId")
        .isWritten()
        .or(origin.at("S3OriginConfig").at("OriginAccessIdentity").isWritten());
  }
}
