package dev.postern.rules.ec2;

import dev.postern.net.PacketSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SecurityGroup;

/// Anyone on the Internet can reach port 3389, where Windows takes remote sessions over TCP and
/// UDP. Open RDP is a usual first step of ransomware; Fleet Manager and Session Manager carry RDP
/// without an open port.
///
/// All rules of the group and all their addresses count together.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 3389
///     to_port     = 3389
///     cidr_blocks = ["0.0.0.0/0"] # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 203.0.113.7/32}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 3389
///     to_port     = 3389
///     cidr_blocks = ["10.0.0.0/8"]
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   From: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: !Ref From}
/// ```
///
/// ```hcl undecided
/// variable "from" {
///   type = list(string)
/// }
///
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 3389
///     to_port     = 3389
///     cidr_blocks = var.from
///   }
/// }
/// ```
@Rule(
    title = "RDP is open to the Internet",
    severity = Severity.CRITICAL,
    serves = {"F08", "C10", "P2.1"},
    fix =
        "close port 3389 and use Session Manager, or admit a security group or a few "
            + "addresses",
    unless = {"every-port-from-internet"},
    price = "connections from outside end")
public final class RdpFromInternet implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    PacketSet udp = Exposures.to(Protocol.UDP, 3389);
    return Exposures.judge(group, Exposures.to(Protocol.TCP, 3389).union(udp));
  }
}
