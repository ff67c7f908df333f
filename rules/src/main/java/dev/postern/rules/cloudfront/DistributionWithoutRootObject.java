package dev.postern.rules.cloudfront;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudfront.Distribution;

/// Without a default root object a request for the bare name goes to the origin's root, which for a
/// bucket that may be listed is the list of its objects. Only distributions with an S3 origin are
/// concerned.
///
/// ```yaml finding
/// Resources:
///   Site: # here
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         Origins:
///           - DomainName: site.s3.eu-west-1.amazonaws.com
///             S3OriginConfig: {}
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         DefaultRootObject: index.html
///         Origins:
///           - DomainName: site.s3.eu-west-1.amazonaws.com
///             S3OriginConfig: {}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" { # here
///   origin {
///     domain_name = "site.s3.eu-west-1.amazonaws.com"
///     origin_id   = "site"
///     s3_origin_config {
///       origin_access_identity = ""
///     }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cloudfront_distribution" "site" {
///   default_root_object = "index.html"
///   origin {
///     domain_name = "site.s3.eu-west-1.amazonaws.com"
///     origin_id   = "site"
///     s3_origin_config {
///       origin_access_identity = ""
///     }
///   }
/// }
/// ```
@Rule(
    title = "the distribution's bare name shows the origin's root",
    severity = Severity.LOW,
    serves = {},
    fix = "set `DefaultRootObject`, for example to `index.html`")
public final class DistributionWithoutRootObject implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    Verdict missing = distribution.rootObject().isWritten().not();
    return Judgement.of(
        missing
            .showing(distribution.resource().evidence("no default root object"))
            .and(distribution.origins().any(Distribution::isBucket)));
  }
}
