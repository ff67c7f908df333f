package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.opensearch.Domain;

/// A domain answers on port 80 as well as on 443 unless it enforces HTTPS, and then takes
/// documents, queries and passwords in the clear.
///
/// ```yaml finding
/// Resources:
///   Search: # here
///     Type: AWS::OpenSearchService::Domain
/// ```
///
/// ```hcl finding
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   domain_endpoint_options {
///     enforce_https = false # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Search:
///     Type: AWS::OpenSearchService::Domain
///     Properties:
///       DomainEndpointOptions: {EnforceHTTPS: true}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   domain_endpoint_options {
///     enforce_https = true
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
///       DomainEndpointOptions: {EnforceHTTPS: !Ref Given}
/// ```
@Rule(
    title = "search domain accepts plain HTTP",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "enforce HTTPS",
    price = "clients that use plain HTTP are refused")
public final class DomainAllowsPlainHttp implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    return Judgement.of(domain.enforceHttps().is(true).not());
  }
}
