package dev.postern.rules.cloudfront;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cloudfront.Distribution;

/// SSL 3, TLS 1.0 and 1.1 are retired (RFC 7568, RFC 8996). CloudFront uses the best version that
/// both know, so an attacker who can interfere may force an old one where it is allowed.
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: api.example.com
///             CustomOriginConfig:
///               OriginProtocolPolicy: https-only
///               OriginSSLProtocols: [TLSv1, TLSv1.2] # here
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
///             CustomOriginConfig:
///               OriginProtocolPolicy: https-only
///               OriginSSLProtocols: [TLSv1.2]
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" {
///   origin {
///     domain_name = "api.example.com"
///     origin_id   = "api"
///     custom_origin_config {
///       origin_protocol_policy = "https-only"
///       origin_ssl_protocols   = ["SSLv3", "TLSv1.2"] # here
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
    title = "CloudFront may talk to the origin over SSL 3 or TLS before 1.2",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "list only `TLSv1.2` in `OriginSSLProtocols`",
    price = "an origin that knows only older versions cannot be reached")
public final class OriginWithOldTls implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    return Judgement.of(
        distribution
            .origins()
            .any(origin ->
                origin
                    .at("CustomOriginConfig")
                    .at("OriginSSLProtocols")
                    .any(version -> version.isOneOf("SSLv3", "TLSv1", "TLSv1.1")))
            .saying("a retired version"));
  }
}
