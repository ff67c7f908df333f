package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecs.TaskDefinition;

/// A privileged container has root's powers over the instance that it runs on: whoever breaks into
/// the container owns the instance, its role and every other task on it.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           Privileged: true # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Root: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           Privileged: !Ref Root
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name       = "web"
///     privileged = true # here
///   }])
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name = "web"
///   }])
/// }
/// ```
@Rule(
    title = "container runs privileged",
    severity = Severity.HIGH,
    serves = {},
    fix = "remove `Privileged`, and add the single Linux capability that the container needs",
    price = "what the container does with devices or the kernel may fail")
public final class PrivilegedContainer implements LocalCheck<TaskDefinition> {
  @Override
  public Judgement judge(TaskDefinition definition) {
    return Judgement.of(
        definition
            .containers()
            .any(c -> c.at("Privileged").is(true))
            .saying("root on the instance"));
  }
}
