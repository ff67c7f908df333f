package dev.postern.rules.efs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.efs.FileSystem;

/// What a process may write it may overwrite, and ransom. With automatic backups AWS Backup keeps a
/// copy of each day for 35 days, out of reach of the clients that mount the file system.
///
/// They are off where nothing is said. A backup plan that selects the file system by its tags is
/// not seen here.
///
/// ```yaml finding
/// Resources:
///   Files: # here
///     Type: AWS::EFS::FileSystem
/// ```
///
/// ```hcl finding
/// resource "aws_efs_file_system" "files" { # here
///   encrypted = true
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Files:
///     Type: AWS::EFS::FileSystem
///     Properties:
///       BackupPolicy: {Status: ENABLED}
/// ```
///
/// ```hcl clean
/// resource "aws_efs_file_system" "files" {
///   encrypted = true
/// }
///
/// resource "aws_efs_backup_policy" "files" {
///   file_system_id = aws_efs_file_system.files.id
///   backup_policy {
///     status = "ENABLED"
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Files:
///     Type: AWS::EFS::FileSystem
///     Properties:
///       BackupPolicy: {Status: !Ref Given}
/// ```
@Rule(
    title = "file system is not backed up",
    severity = Severity.LOW,
    serves = {},
    fix = "turn on automatic backups")
public final class FileSystemWithoutBackup implements LocalCheck<FileSystem> {
  @Override
  public Judgement judge(FileSystem fileSystem) {
    return Judgement.of(fileSystem.backup().is("ENABLED").not());
  }
}
