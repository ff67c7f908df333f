package dev.postern.rules.efs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.efs.AccessPoint;

/// NFS believes the user id that a client sends: a client that is root in its container is root on
/// the files. An access point with a POSIX user replaces what the client says.
///
/// ```yaml finding
/// Resources:
///   Entry:
///     Type: AWS::EFS::AccessPoint
///     Properties:
///       FileSystemId: fs-0abc
/// ```
///
/// ```hcl finding
/// resource "aws_efs_access_point" "entry" { # here
///   file_system_id = "fs-0abc"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Entry:
///     Type: AWS::EFS::AccessPoint
///     Properties:
///       FileSystemId: fs-0abc
///       PosixUser: {Uid: "1000", Gid: "1000"}
/// ```
///
/// ```hcl clean
/// resource "aws_efs_access_point" "entry" {
///   file_system_id = "fs-0abc"
///   posix_user {
///     uid = 1000
///     gid = 1000
///   }
/// }
/// ```
@Rule(
    title = "access point lets clients say who they are",
    severity = Severity.LOW,
    serves = {},
    fix = "name the POSIX user of the access point")
public final class AccessPointWithoutUser implements LocalCheck<AccessPoint> {
  @Override
  public Judgement judge(AccessPoint accessPoint) {
    return Judgement.of(
        accessPoint.posixUser().isWritten().not().saying("the client's user id counts"));
  }
}
