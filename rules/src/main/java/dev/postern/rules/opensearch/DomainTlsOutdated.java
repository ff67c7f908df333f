package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.opensearch.Domain;

/// The security policy of the endpoint says which versions of TLS it speaks. The one that AWS takes
/// by itself still speaks TLS 1.0; every policy that begins with `Policy-Min-TLS-1-2` begins at TLS
/// 1.2.
///
/// ```yaml finding
/// Resources:
///   Search:
///     Type: AWS::OpenSearchService::Domain
///     Properties:
///       DomainEndpointOptions: {TLSSecurityPolicy: Policy-Min-TLS-1-0-2019-07} # here
/// ```
///
/// ```hcl finding
/// resource "aws_opensearch_domain" "search" { # here
///   domain_name = "search"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Search:
///     Type: AWS::OpenSearchService::Domain
///     Properties:
///       DomainEndpointOptions: {TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   domain_endpoint_options {
///     tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Search:
///     Type: AWS::OpenSearchService::Domain
///     Properties:
///       DomainEndpointOptions: {TLSSecurityPolicy: !Ref Given}
/// ```
@Rule(
    title = "search domain accepts TLS 1.0",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "choose `Policy-Min-TLS-1-2-PFS-2023-10`",
    price = "clients that know no TLS 1.2 are refused")
public final class DomainTlsOutdated implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    return Judgement.of(
        domain
            .tlsPolicy()
            .text()
            .decide(policy ->
                policy.startsWith("Policy-Min-TLS-1-2").or(policy.startsWith("Policy-Min-TLS-1-3")))
            .not()
            .saying("TLS 1.0 is accepted"));
  }
}
