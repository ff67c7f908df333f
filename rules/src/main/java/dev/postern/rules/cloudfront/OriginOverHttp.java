package dev.postern.rules.cloudfront;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudfront.Distribution;

/// Viewers see a lock while the second half of the way is in the clear. `match-viewer` uses HTTP
/// for viewers who do. An S3 website endpoint speaks nothing but HTTP.
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: api.example.com
///             CustomOriginConfig: {OriginProtocolPolicy: http-only} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: api.example.com
///             CustomOriginConfig: {OriginProtocolPolicy: https-only}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Policy: {Type: String}
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: api.example.com
///             CustomOriginConfig: {OriginProtocolPolicy: !Ref Policy}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" {
///   origin {
///     domain_name = "api.example.com"
///     origin_id   = "api"
///     custom_origin_config {
///       origin_protocol_policy = "http-only" # here
///       origin_ssl_protocols   = ["TLSv1.2"]
///     }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cloudfront_distribution" "site" {
///   origin {
///     domain_name = "api.example.com"
///     origin_id   = "api"
///     custom_origin_config {
///       origin_protocol_policy = "https-only"
///       origin_ssl_protocols   = ["TLSv1.2"]
///     }
///   }
/// }
/// ```
@Rule(
    title = "CloudFront fetches from the origin over plain HTTP",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix =
        "set `OriginProtocolPolicy: https-only`; in place of a website endpoint use the bucket"
            + " itself with origin access control",
    price = "the origin needs a certificate that CloudFront trusts")
public final class OriginOverHttp implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    Verdict httpOnly = origins(distribution, "http-only").saying("HTTP only");
    Verdict httpToo = origins(distribution, "match-viewer").saying("HTTP for viewers who use it");
    Verdict viewers =
        httpFrom(distribution.defaultBehavior())
            .or(distribution.behaviors().any(OriginOverHttp::httpFrom));
    return Judgement.of(httpOnly.or(httpToo.and(viewers)));
  }

  private static Verdict origins(Distribution distribution, String policy) {
    return distribution
        .origins()
        .any(o -> o.at("CustomOriginConfig").at("OriginProtocolPolicy").isOneOf(policy));
  }

  private static Verdict httpFrom(Property behavior) {
    return behavior.at("ViewerProtocolPolicy").isOneOf("allow-all");
  }
}
