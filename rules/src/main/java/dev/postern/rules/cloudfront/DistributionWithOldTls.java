package dev.postern.rules.cloudfront;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudfront.Distribution;

/// TLS 1.0 and 1.1 are retired (RFC 8996). With CloudFront's own certificate, which is what a
/// distribution has when it states none, the security policy is `TLSv1` and cannot be raised (API
/// reference, `ViewerCertificate`).
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         ViewerCertificate:
///           AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/c
///           MinimumProtocolVersion: TLSv1.1_2016 # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         ViewerCertificate:
///           CloudFrontDefaultCertificate: true # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         ViewerCertificate:
///           AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/c
///           MinimumProtocolVersion: TLSv1.2_2021
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Tls: {Type: String}
/// Resources:
///   Site:
///     Type: AWS::CloudFront::Distribution
///     Properties:
///       DistributionConfig:
///         ViewerCertificate:
///           AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/c
///           MinimumProtocolVersion: !Ref Tls
/// ```
///
/// ```hcl finding
/// resource "aws_cloudfront_distribution" "site" {
///   viewer_certificate {
///     cloudfront_default_certificate = true # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cloudfront_distribution" "site" {
///   viewer_certificate {
///     acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/c"
///     minimum_protocol_version = "TLSv1.2_2021"
///   }
/// }
/// ```
@Rule(
    title = "viewers may use TLS 1.0 or 1.1",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "use a certificate of your own with `MinimumProtocolVersion: TLSv1.2_2021`",
    price = "clients that know only older versions cannot connect")
public final class DistributionWithOldTls implements LocalCheck<Distribution> {
  @Override
  public Judgement judge(Distribution distribution) {
    Property certificate = distribution.certificate();
    Property least = certificate.at("MinimumProtocolVersion");
    Verdict old =
        least
            .isOneOf("SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016")
            .or(least.isWritten().not())
            .saying("TLS before 1.2");
    Verdict byDefault =
        certificate
            .at("CloudFrontDefaultCertificate")
            .is(true)
            .or(certificate.isWritten().not())
            .saying("CloudFront's certificate implies TLSv1");
    return Judgement.of(byDefault.or(old));
  }
}
