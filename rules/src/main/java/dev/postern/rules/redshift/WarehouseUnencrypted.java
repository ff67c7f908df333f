package dev.postern.rules.redshift;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.redshift.Cluster;

/// Redshift encrypts clusters that are created since 2025-01-10, with a key that AWS owns where
/// none is named, and refuses to create others. A configuration that says `false` describes an
/// older cluster that was left as it was.
///
/// In Terraform the provider's version decides what is not written, so there it is undecided.
///
/// ```yaml finding
/// Resources:
///   Warehouse:
///     Type: AWS::Redshift::Cluster
///     Properties:
///       DBName: dwh
///       Encrypted: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_redshift_cluster" "warehouse" {
///   cluster_identifier = "warehouse"
///   node_type          = "ra3.large"
///   encrypted          = "false" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Warehouse:
///     Type: AWS::Redshift::Cluster
///     Properties:
///       DBName: dwh
/// ```
///
/// ```hcl clean
/// resource "aws_redshift_cluster" "warehouse" {
///   cluster_identifier = "warehouse"
///   node_type          = "ra3.large"
///   encrypted          = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Warehouse:
///     Type: AWS::Redshift::Cluster
///     Properties:
///       DBName: dwh
///       Encrypted: !Ref Given
/// ```
///
/// ```hcl undecided
/// resource "aws_redshift_cluster" "warehouse" {
///   cluster_identifier = "warehouse"
///   node_type          = "ra3.large"
/// }
/// ```
@Rule(
    title = "data warehouse is not encrypted",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "remove `Encrypted: false`, best name a customer key",
    price = "the cluster is read-only while it is encrypted")
public final class WarehouseUnencrypted implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    Verdict off = cluster.encrypted().is(false);
    Verdict open = cluster.encrypted().isWritten().not();
    return Judgement.of(
        cluster.isTerraform()
            ? off.or(
                open.and(
                    Verdict.undecided(
                        cluster.resource().evidence("depends on the provider's version"))))
            : off);
  }
}
