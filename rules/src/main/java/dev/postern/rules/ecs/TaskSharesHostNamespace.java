package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ecs.TaskDefinition;
import java.util.stream.Stream;

/// In the host's network a container reaches what listens on the instance itself, including the
/// credentials of the instance's role, and security groups cannot tell tasks apart. In the host's
/// process or memory namespace it sees and may change what other tasks do.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       NetworkMode: host # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       NetworkMode: awsvpc
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Mode: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       PidMode: !Ref Mode
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_task_definition" "web" {
///   family   = "web"
///   pid_mode = "host" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_task_definition" "web" {
///   family       = "web"
///   network_mode = "awsvpc"
/// }
/// ```
@Rule(
    title = "task shares the instance's network, processes or memory",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "use `awsvpc` as network mode and leave `PidMode` and `IpcMode` to the task",
    price = "containers get an address of their own, and no longer see what runs beside them")
public final class TaskSharesHostNamespace implements LocalCheck<TaskDefinition> {
  @Override
  public Judgement judge(TaskDefinition definition) {
    return Judgement.of(
        Verdict.any(
                Stream.of(definition.networkMode(), definition.processes(), definition.memory())
                    .map(mode -> mode.isOneOf("host"))
                    .toList())
            .saying("the instance's own"));
  }
}
