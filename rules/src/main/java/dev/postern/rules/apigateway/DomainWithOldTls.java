package dev.postern.rules.apigateway;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.apigateway.DomainName;

/// TLS 1.0 and 1.1 are retired (RFC 8996). A domain that states no policy leaves the choice to AWS;
/// a review asks for it in writing.
///
/// ```yaml finding
/// Resources:
///   Api:
///     Type: AWS::ApiGateway::DomainName
///     Properties:
///       DomainName: api.example.com
///       SecurityPolicy: TLS_1_0 # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::ApiGateway::DomainName
///     Properties:
///       DomainName: api.example.com
///       SecurityPolicy: TLS_1_2
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Policy: {Type: String}
/// Resources:
///   Api:
///     Type: AWS::ApiGateway::DomainName
///     Properties:
///       DomainName: api.example.com
///       SecurityPolicy: !Ref Policy
/// ```
///
/// ```hcl finding
/// resource "aws_api_gateway_domain_name" "api" {
///   domain_name     = "api.example.com"
///   security_policy = "TLS_1_0" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_api_gateway_domain_name" "api" {
///   domain_name     = "api.example.com"
///   security_policy = "TLS_1_2"
/// }
/// ```
@Rule(
    title = "the API's domain accepts TLS 1.0",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `SecurityPolicy: TLS_1_2`, or a policy for TLS 1.3",
    price = "clients that know only older versions cannot connect")
public final class DomainWithOldTls implements LocalCheck<DomainName> {
  @Override
  public Judgement judge(DomainName domain) {
    Verdict old = domain.securityPolicy().isOneOf("TLS_1_0").saying("TLS 1.0 and 1.1");
    Verdict silent = domain.securityPolicy().isWritten().not().saying("no policy stated");
    return Judgement.of(old.or(silent));
  }
}
