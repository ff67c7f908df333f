package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecs.TaskDefinition;

/// An intruder in a container with a writable root leaves tools and changed programs behind. AWS's
/// default is writable.
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
///           ReadonlyRootFilesystem: true
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name                   = "web"
///     readonlyRootFilesystem = false # here
///   }])
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name                   = "web"
///     readonlyRootFilesystem = true
///   }])
/// }
/// ```
@Rule(
    title = "container can change its own root file system",
    severity = Severity.LOW,
    serves = {},
    fix = "set `ReadonlyRootFilesystem: true` and mount a volume where the program writes",
    price = "writes outside of volumes fail")
public final class ContainerWithWritableRoot implements LocalCheck<TaskDefinition> {
  @Override
  public Judgement judge(TaskDefinition definition) {
    return Judgement.of(
        definition
            .containers()
            .any(c -> c.at("ReadonlyRootFilesystem").is(true).not())
            .saying("writable root"));
  }
}
