package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecs.TaskDefinition;

/// Root in a container is one kernel or runtime flaw away from root on the instance, and may change
/// everything in the container itself. Only a user that is stated is judged: where none is, the
/// image decides.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           User: root # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           User: "1000:1000"
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name = "web"
///     user = "0" # here
///   }])
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   container_definitions = jsonencode([{
///     name = "web"
///     user = "1000"
///   }])
/// }
/// ```
@Rule(
    title = "container is told to run as root",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "name an unprivileged user in `User`, such as `1000:1000`",
    price = "files and ports that only root may use are out of reach")
public final class ContainerRunsAsRoot implements LocalCheck<TaskDefinition> {
  @Override
  public Judgement judge(TaskDefinition definition) {
    return Judgement.of(
        definition
            .containers()
            .any(c -> c.at("User").isOneOf("root", "0", "root:root", "0:0", "root:0", "0:root"))
            .saying("root"));
  }
}
