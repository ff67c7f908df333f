package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.opensearch.Domain;

/// An access policy lets a client in or keeps it out, by path at best. Fine-grained access control
/// maps clients to roles, with permissions per index, document and field, and makes dashboards ask
/// for a sign-in.
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
///   advanced_security_options {
///     enabled = false # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Search:
///     Type: AWS::OpenSearchService::Domain
///     Properties:
///       AdvancedSecurityOptions: {Enabled: true}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   advanced_security_options {
///     enabled = true
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
///       AdvancedSecurityOptions: {Enabled: !Ref Given}
/// ```
@Rule(
    title = "search domain cannot tell its users apart",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "turn on fine-grained access control",
    price = "clients need a mapped role; it cannot be turned off again")
public final class DomainWithoutFineGrainedAccess implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    return Judgement.of(domain.fineGrainedAccess().is(true).not());
  }
}
