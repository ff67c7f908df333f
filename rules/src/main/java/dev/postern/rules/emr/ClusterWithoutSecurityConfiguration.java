package dev.postern.rules.emr;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.emr.Cluster;

/// EMR encrypts local disks and the traffic between nodes only as a security configuration says; it
/// also decides whether nodes require version 2 of the metadata service.
///
/// ```yaml finding
/// Resources:
///   It: # here
///     Type: AWS::EMR::Cluster
///     Properties:
///       Name: it
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::EMR::Cluster
///     Properties:
///       SecurityConfiguration: strict
/// ```
///
/// ```hcl finding
/// resource "aws_emr_cluster" "it" { # here
///   name = "it"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_emr_cluster" "it" {
///   name                   = "it"
///   security_configuration = "strict"
/// }
/// ```
@Rule(
    title = "the cluster has no security configuration",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "name a security configuration that encrypts data at rest and in transit",
    price = "a running cluster has to be replaced")
public final class ClusterWithoutSecurityConfiguration implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    return Judgement.of(
        cluster.securityConfiguration().isWritten().not().saying("no security configuration"));
  }
}
