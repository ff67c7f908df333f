package dev.postern.rules.workspaces;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.workspaces.Workspace;

/// Desktops hold mails, documents and saved passwords. Neither volume is encrypted unless asked
/// for.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::WorkSpaces::Workspace
///     Properties:
///       RootVolumeEncryptionEnabled: true
///       UserVolumeEncryptionEnabled: false # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::WorkSpaces::Workspace
///     Properties:
///       RootVolumeEncryptionEnabled: true
///       UserVolumeEncryptionEnabled: true
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::WorkSpaces::Workspace
///     Properties:
///       RootVolumeEncryptionEnabled: true
///       UserVolumeEncryptionEnabled: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_workspaces_workspace" "it" { # here
///   user_name = "ann"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_workspaces_workspace" "it" {
///   root_volume_encryption_enabled = true
///   user_volume_encryption_enabled = true
/// }
/// ```
@Rule(
    title = "a volume of the desktop is not encrypted",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "encrypt the root and the user volume; an existing desktop has to be replaced")
public final class WorkspaceNotEncrypted implements LocalCheck<Workspace> {
  @Override
  public Judgement judge(Workspace workspace) {
    return Judgement.of(
        workspace
            .encryptsRoot()
            .is(true)
            .and(workspace.encryptsUser().is(true))
            .not()
            .saying("not encrypted"));
  }
}
