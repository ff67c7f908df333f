package dev.postern.rules.opensearch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.opensearch.Domain;

/// The audit log tells which user read or changed which index. It needs fine-grained access
/// control, and is off where nothing is said.
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
///       LogPublishingOptions: {AUDIT_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:audit"}}
/// ```
///
/// ```hcl clean
/// resource "aws_opensearch_domain" "search" {
///   domain_name = "search"
///   log_publishing_options {
///     log_type                 = "AUDIT_LOGS"
///     cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:audit"
///   }
/// }
/// ```
@Rule(
    title = "search domain keeps no audit log",
    severity = Severity.LOW,
    serves = {},
    fix = "publish the audit log to CloudWatch Logs")
public final class DomainWithoutAuditLog implements LocalCheck<Domain> {
  @Override
  public Judgement judge(Domain domain) {
    Verdict silent = domain.resource().saying(true, "no audit log is published");
    return Judgement.of(silent.and(domain.publishesAuditLog().not()));
  }
}
