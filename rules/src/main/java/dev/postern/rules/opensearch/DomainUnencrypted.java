package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.opensearch.Domain;

/// A domain holds copies of what it indexes, in indexes, logs, swap files and snapshots. None of it
/// is encrypted unless the domain asks for it, with a key of KMS.
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
///   encrypt_at_rest {
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
///       EncryptionAtRestOptions: {Enabled: true}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   encrypt_at_rest {
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
///       EncryptionAtRestOptions: {Enabled: !Ref Given}
/// ```
@Rule(
    title = "search domain is not encrypted at rest",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "turn on encryption at rest")
public final class DomainUnencrypted implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    return Judgement.of(domain.atRestEncryption().is(true).not());
  }
}
