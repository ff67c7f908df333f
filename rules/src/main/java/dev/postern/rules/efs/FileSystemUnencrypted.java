package dev.postern.rules.efs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.efs.FileSystem;

/// A file system is encrypted at rest only when it asks for it as it is created; the console does
/// that by itself, the API and with it CloudFormation and Terraform do not.
///
/// ```yaml finding
/// Resources:
///   Files: # here
///     Type: AWS::EFS::FileSystem
/// ```
///
/// ```hcl finding
/// resource "aws_efs_file_system" "files" {
///   encrypted = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Files:
///     Type: AWS::EFS::FileSystem
///     Properties:
///       Encrypted: true
/// ```
///
/// ```hcl clean
/// resource "aws_efs_file_system" "files" {
///   encrypted = true
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
///       Encrypted: !Ref Given
/// ```
@Rule(
    title = "file system is not encrypted",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "set `Encrypted` to true, best with a customer key; an existing file system is replaced",
    price = "the file system is replaced: its files have to be copied")
public final class FileSystemUnencrypted implements LocalCheck<FileSystem> {
  @Override
  public Judgement judge(FileSystem fileSystem) {
    return Judgement.of(fileSystem.encrypted().is(true).not());
  }
}
