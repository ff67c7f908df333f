package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecs.Cluster;

/// ECS Exec gives a shell in a running container. With logging `NONE` nothing records what was done
/// there; AWS's default is to log where the task logs.
///
/// ```yaml finding
/// Resources:
///   Main:
///     Type: AWS::ECS::Cluster
///     Properties:
///       Configuration:
///         ExecuteCommandConfiguration:
///           Logging: NONE # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Main:
///     Type: AWS::ECS::Cluster
///     Properties:
///       Configuration:
///         ExecuteCommandConfiguration:
///           Logging: DEFAULT
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_cluster" "main" {
///   name = "main"
///   configuration {
///     execute_command_configuration {
///       logging = "NONE" # here
///     }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_cluster" "main" {
///   name = "main"
/// }
/// ```
@Rule(
    title = "sessions in containers are not logged",
    severity = Severity.LOW,
    serves = {},
    fix = "set the logging of the execute-command configuration to `DEFAULT` or `OVERRIDE`")
public final class ExecSessionsNotLogged implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    return Judgement.of(cluster.sessionLogging().isOneOf("NONE").saying("nothing is recorded"));
  }
}
