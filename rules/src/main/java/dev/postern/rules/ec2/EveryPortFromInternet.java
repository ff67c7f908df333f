package dev.postern.rules.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SecurityGroup;

/// A rule that opens every port (protocol `-1`, or all TCP or UDP ports) to the Internet publishes
/// each service that a machine runs, also those that nobody knows of.
///
/// All rules of the group count together, those of their own resources too, and so do all their
/// addresses: two halves of the Internet are the Internet. Protocol `-1` ignores the ports beside
/// it. A source group, `self` and a rule without a source admit nobody from outside; a `/32` is not
/// a finding.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: -1, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol  = "-1"
///     from_port = 0
///     to_port   = 0
///     self      = true
///   }
///   ingress {
///     protocol    = "-1"
///     from_port   = 0
///     to_port     = 0
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
///         - {IpProtocol: -1, SourceSecurityGroupId: sg-0123456789abcdef0}
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol  = "-1"
///     from_port = 0
///     to_port   = 0
///     self      = true
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
///         - {IpProtocol: -1, CidrIp: !Ref From}
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 0, ToPort: 21, CidrIpv6: "::/0"} # here
///         - {IpProtocol: "6", FromPort: 22, ToPort: "65535", CidrIpv6: "::/0"}
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties: {GroupDescription: web}
///   Open:
///     Type: AWS::EC2::SecurityGroupIngress
///     Properties:
///       GroupId: !Ref Web
///       IpProtocol: -1
///       FromPort: 443
///       ToPort: 443
///       CidrIpv6: ::/0 # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
/// }
///
/// resource "aws_vpc_security_group_ingress_rule" "open" {
///   security_group_id = aws_security_group.web.id
///   ip_protocol       = "-1"
///   cidr_ipv4         = "0.0.0.0/0" # here
/// }
/// ```
@Rule(
    title = "every port is open to the Internet",
    severity = Severity.CRITICAL,
    serves = {"F09", "C10", "P2.1"},
    fix =
        "name the ports that the service needs and the sources that need them, best a "
            + "security group",
    price = "what else listens there can no longer be reached from outside")
public final class EveryPortFromInternet implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    if (!group.isWhole()) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        group
            .ingress()
            .exposures(packets -> packets, EveryPortFromInternet::sources, IpSet::isTheInternet)
            .stream()
            .map(Exposures::claim)
            .toList());
  }

  private static IpSet sources(PacketSet packets) {
    return EveryPort.sources(packets, Protocol.TCP).union(EveryPort.sources(packets, Protocol.UDP));
  }
}
