package dev.postern.rules.redshift;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.redshift.Cluster;

/// `COPY` and `UNLOAD` move whole tables. Without enhanced VPC routing they go over a network of
/// AWS's, where no endpoint policy, flow log or route of yours sees them; with it they take the
/// VPC's own ways.
///
/// It is off where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Warehouse:
///     Type: AWS::Redshift::Cluster
///     Properties:
///       DBName: dwh
///       EnhancedVpcRouting: false # here
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
///       EnhancedVpcRouting: true
/// ```
///
/// ```hcl clean
/// resource "aws_redshift_cluster" "warehouse" {
///   cluster_identifier   = "warehouse"
///   node_type            = "ra3.large"
///   enhanced_vpc_routing = true
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
///       EnhancedVpcRouting: !Ref Given
/// ```
@Rule(
    title = "data warehouse loads data past the VPC",
    severity = Severity.LOW,
    serves = {"P2.2"},
    fix = "turn on enhanced VPC routing",
    price = "the VPC needs a way to S3: an endpoint or NAT")
public final class WarehouseRoutesOutsideVpc implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    return Judgement.of(cluster.enhancedVpcRouting().is(true).not());
  }
}
