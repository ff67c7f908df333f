package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.opensearch.Domain;

/// A domain without subnets has an endpoint on the Internet. Its access policy decides who may use
/// it, one wrong statement opens it, and no security group stands before it.
///
/// Whether the policy lets strangers in is decided by the rules about resource policies.
///
/// ```yaml finding
/// Resources:
///   Search: # here
///     Type: AWS::OpenSearchService::Domain
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
///       VPCOptions: {SubnetIds: [subnet-0abc]}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   vpc_options {
///     subnet_ids = ["subnet-0abc"]
///   }
/// }
/// ```
@Rule(
    title = "search domain has a public endpoint",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "place the domain in a VPC; an existing domain is replaced",
    price = "the domain is replaced; clients have to reach the VPC")
public final class DomainOutsideVpc implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    return Judgement.of(
        domain.subnets().isWritten().not().saying("no subnets: the endpoint is on the Internet"));
  }
}
