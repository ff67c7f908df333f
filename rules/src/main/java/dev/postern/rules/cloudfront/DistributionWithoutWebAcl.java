package dev.postern.rules.cloudfront;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cloudfront.Distribution;

/// A web ACL stops known attacks, floods and unwanted bots before they reach the origin.
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
///         WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1
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
///   web_acl_id = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1"
/// }
/// ```
@Rule(
    title = "no web application firewall stands before the distribution",
    severity = Severity.LOW,
    serves = {},
    fix = "set `WebACLId` to the ARN of a WAF web ACL",
    price = "WAF costs money for each rule and request")
public final class DistributionWithoutWebAcl implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    return Judgement.of(
        distribution
            .webAcl()
            .isWritten()
            .not()
            .showing(distribution.resource().evidence("no web ACL")));
  }
}
