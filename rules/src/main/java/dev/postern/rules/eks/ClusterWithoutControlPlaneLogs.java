package dev.postern.rules.eks;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.eks.Cluster;
import java.util.stream.Stream;

/// Who did what in the cluster is written in its audit log, and who became whom in the
/// authenticator's. EKS keeps none of them unless told to. Both are asked for.
///
/// ```yaml finding
/// Resources:
///   Main: # here
///     Type: AWS::EKS::Cluster
///     Properties:
///       Name: main
/// ```
///
/// ```yaml clean
/// Resources:
///   Main:
///     Type: AWS::EKS::Cluster
///     Properties:
///       Logging:
///         ClusterLogging:
///           EnabledTypes: [{Type: audit}, {Type: authenticator}]
/// ```
///
/// ```hcl finding
/// resource "aws_eks_cluster" "main" { # here
///   name                      = "main"
///   enabled_cluster_log_types = ["scheduler"]
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_eks_cluster" "main" {
///   name                      = "main"
///   enabled_cluster_log_types = ["audit", "authenticator"]
/// }
/// ```
@Rule(
    title = "the cluster keeps no audit log",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "enable the log types `api`, `audit` and `authenticator`",
    price = "logs cost money")
public final class ClusterWithoutControlPlaneLogs implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    Verdict kept =
        Verdict.all(
            Stream.of("audit", "authenticator")
                .map(type -> cluster.logTypes().any(log -> log.at("Type").is(type)))
                .toList());
    return Judgement.of(
        kept.not().showing(cluster.resource().evidence("audit and authenticator not both kept")));
  }
}
