package dev.postern.rules.ec2;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SecurityGroup;

/// Beside SSH and RDP there are many ports at which machines, clusters and file shares are
/// commanded: Telnet, WinRM, VNC, SMB, NFS, Docker, the Kubernetes API and its kubelets, etcd, Salt
/// and others. Several of them take commands without asking who sends them.
///
/// The finding names what is open. All rules of the group and all their addresses count together.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 2375, ToPort: 2375, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 2375
///     to_port     = 2375
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
///         - {IpProtocol: tcp, FromPort: 2375, ToPort: 2375, CidrIp: 203.0.113.7/32}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 2375
///     to_port     = 2375
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
///         - {IpProtocol: tcp, FromPort: 2375, ToPort: 2375, CidrIp: !Ref From}
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
///     from_port   = 2375
///     to_port     = 2375
///     cidr_blocks = var.from
///   }
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 5980, ToPort: 5990, CidrIpv6: 2000::/3} # here
/// ```
@Rule(
    title = "an administration port is open to the Internet",
    severity = Severity.CRITICAL,
    serves = {"F08", "C10", "P2.1"},
    fix = "admit the security group or the few addresses from which it is administered",
    unless = {"every-port-from-internet"},
    price = "connections from outside end")
public final class AdminPortFromInternet implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    return Exposures.judge(group, Service.ADMINISTRATION);
  }
}
