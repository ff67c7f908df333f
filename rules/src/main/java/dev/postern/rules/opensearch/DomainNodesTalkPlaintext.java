package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.opensearch.Domain;

/// Documents travel between the nodes of a domain as they are indexed, moved and searched. They
/// travel in the clear unless node-to-node encryption is on; once on it stays on.
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
///   node_to_node_encryption {
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
///       NodeToNodeEncryptionOptions: {Enabled: true}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   node_to_node_encryption {
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
///       NodeToNodeEncryptionOptions: {Enabled: !Ref Given}
/// ```
@Rule(
    title = "search nodes talk without TLS",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "turn on node-to-node encryption")
public final class DomainNodesTalkPlaintext implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    return Judgement.of(domain.nodeToNodeEncryption().is(true).not());
  }
}
