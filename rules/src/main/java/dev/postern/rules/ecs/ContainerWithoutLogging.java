package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecs.TaskDefinition;

/// What a container prints stays on its instance, or nowhere, unless a log driver carries it away:
/// after an incident there is nothing to read.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           LogConfiguration: {LogDriver: awslogs}
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([
///     { name = "web" } # here
///   ])
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name             = "web"
///     logConfiguration = { logDriver = "awslogs" }
///   }])
/// }
/// ```
@Rule(
    title = "container's output is not logged",
    severity = Severity.LOW,
    serves = {},
    fix = "set `LogConfiguration`, for example with the `awslogs` driver",
    price = "logs cost money; the execution role needs permission to write them")
public final class ContainerWithoutLogging implements LocalCheck<TaskDefinition> {
  @Override
  public Judgement judge(TaskDefinition definition) {
    return Judgement.of(
        definition
            .containers()
            .any(c -> c.at("LogConfiguration").isWritten().not())
            .saying("no log driver"));
  }
}
