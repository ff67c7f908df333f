package dev.postern.rules.redshift;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.redshift.Cluster;

/// The audit logs of Redshift tell who connected, from where, and which queries ran. They are off
/// where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Warehouse:
///     Type: AWS::Redshift::Cluster
///     Properties:
///       DBName: dwh
/// ```
///
/// ```hcl finding
/// resource "aws_redshift_cluster" "warehouse" { # here
///   cluster_identifier = "warehouse"
///   node_type          = "ra3.large"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Warehouse:
///     Type: AWS::Redshift::Cluster
///     Properties:
///       DBName: dwh
///       LoggingProperties: {BucketName: audit}
/// ```
///
/// ```hcl clean
/// resource "aws_redshift_cluster" "warehouse" {
///   cluster_identifier = "warehouse"
///   node_type          = "ra3.large"
/// }
///
/// resource "aws_redshift_logging" "warehouse" {
///   cluster_identifier = aws_redshift_cluster.warehouse.id
///   bucket_name        = "audit"
/// }
/// ```
@Rule(
    title = "data warehouse logs no connections",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "turn on audit logging")
public final class WarehouseWithoutAuditLog implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    return Judgement.of(
        cluster.auditLogging().isWritten().not().saying("connections and queries are not logged"));
  }
}
