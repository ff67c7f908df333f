package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ecs.Cluster;

/// Container Insights shows what tasks use and when they stop: the first sign of abuse. An account
/// may turn it on for all new clusters, which the configuration of one cluster does not show.
///
/// ```yaml finding
/// Resources:
///   Main: # here
///     Type: AWS::ECS::Cluster
///     Properties:
///       ClusterName: main
/// ```
///
/// ```yaml clean
/// Resources:
///   Main:
///     Type: AWS::ECS::Cluster
///     Properties:
///       ClusterSettings: [{Name: containerInsights, Value: enabled}]
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_cluster" "main" { # here
///   name = "main"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_cluster" "main" {
///   name = "main"
///   setting {
///     name  = "containerInsights"
///     value = "enhanced"
///   }
/// }
/// ```
@Rule(
    title = "cluster does not collect Container Insights",
    severity = Severity.LOW,
    serves = {},
    fix = "set the cluster setting `containerInsights` to `enabled` or `enhanced`",
    price = "metrics cost money")
public final class ClusterWithoutContainerInsights implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    Verdict collects =
        cluster
            .settings()
            .any(setting ->
                setting
                    .at("Name")
                    .is("containerInsights")
                    .and(setting.at("Value").isOneOf("enabled", "enhanced")));
    return Judgement.of(
        collects.not().showing(cluster.resource().evidence("no Container Insights")));
  }
}
