package dev.postern.rules.ecs;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ecs.TaskDefinition;

/// NFS is readable on the network. ECS mounts EFS file systems without TLS unless it is told to.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       Volumes:
///         - Name: data
///           EFSVolumeConfiguration: {FilesystemId: fs-1} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       Volumes:
///         - Name: data
///           EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: ENABLED}
///         - Name: scratch
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   volume {
///     name = "data"
///     efs_volume_configuration {
///       file_system_id     = "fs-1"
///       transit_encryption = "DISABLED" # here
///     }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_task_definition" "web" {
///   family = "web"
///   volume {
///     name = "data"
///     efs_volume_configuration {
///       file_system_id     = "fs-1"
///       transit_encryption = "ENABLED"
///     }
///   }
/// }
/// ```
@Rule(
    title = "task mounts a file system without encryption in transit",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `TransitEncryption: ENABLED` on the volume")
public final class TaskVolumeWithoutTransitEncryption implements LocalCheck<TaskDefinition> {
  @Override
  public Judgement judge(TaskDefinition definition) {
    return Judgement.of(
        definition
            .volumes()
            .any(volume -> {
              Property files = volume.at("EFSVolumeConfiguration");
              Verdict encrypted = files.at("TransitEncryption").isOneOf("ENABLED");
              return encrypted.not().saying("plain NFS").and(files.isWritten());
            }));
  }
}
