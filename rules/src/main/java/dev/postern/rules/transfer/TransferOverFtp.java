package dev.postern.rules.transfer;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.transfer.Server;

/// FTP encrypts neither passwords nor files. AWS allows it only inside a VPC, which keeps strangers
/// out and nobody else. A server that states no protocol speaks SFTP.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::Transfer::Server
///     Properties:
///       Protocols: [SFTP, FTP] # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::Transfer::Server
///     Properties:
///       Protocols: [SFTP]
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::Transfer::Server
///     Properties:
///       Protocols: [!Ref Choice]
/// ```
///
/// ```hcl finding
/// resource "aws_transfer_server" "it" {
///   protocols = ["FTP"] # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_transfer_server" "it" {
///   protocols = ["SFTP"]
/// }
/// ```
@Rule(
    title = "files and passwords are transferred in the clear",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "remove `FTP` from the protocols; SFTP, FTPS and AS2 are encrypted",
    price = "clients that speak only FTP cannot connect")
public final class TransferOverFtp implements LocalCheck<Server> {
  @Override
  public Judgement judge(Server server) {
    return Judgement.of(
        server.protocols().any(protocol -> protocol.isOneOf("FTP")).saying("in the clear"));
  }
}
