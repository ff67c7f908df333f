package dev.postern.rules.cloudfront;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudfront.Distribution;

/// With `allow-all` whoever sits on the way reads and changes what viewers get, and takes their
/// cookies. Every cache behaviour is looked at.
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         DefaultCacheBehavior:
///           ViewerProtocolPolicy: allow-all # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         DefaultCacheBehavior: {ViewerProtocolPolicy: https-only}
///         CacheBehaviors:
///           - PathPattern: /old/*
///             ViewerProtocolPolicy: allow-all # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         DefaultCacheBehavior: {ViewerProtocolPolicy: redirect-to-https}
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
///         DefaultCacheBehavior: {ViewerProtocolPolicy: !Ref Policy}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" {
///   default_cache_behavior {
///     target_origin_id       = "site"
///     viewer_protocol_policy = "allow-all" # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cloudfront_distribution" "site" {
///   default_cache_behavior {
///     target_origin_id       = "site"
///     viewer_protocol_policy = "redirect-to-https"
///   }
/// }
/// ```
@Rule(
    title = "viewers may use plain HTTP",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "set `ViewerProtocolPolicy` to `redirect-to-https` or `https-only`",
    price = "clients that do not follow redirects fail")
public final class DistributionAllowsHttp implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    return Judgement.of(
        allowsHttp(distribution.defaultBehavior())
            .or(distribution.behaviors().any(DistributionAllowsHttp::allowsHttp))
            .saying("HTTP as well as HTTPS"));
  }

  private static Verdict allowsHttp(Property behavior) {
    return behavior.at("ViewerProtocolPolicy").isOneOf("allow-all");
  }
}
