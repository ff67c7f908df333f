package dev.postern.rules.vpc;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.PortSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.AclDecision;
import dev.postern.view.ec2.NetworkAcl;
import java.util.stream.Stream;

/// A network ACL is the second wall behind the security groups: it holds when somebody opens a
/// group by mistake. One that lets the Internet in to SSH, RDP or another administration port is no
/// wall.
///
/// Entries are taken by number, and the first that matches decides, as in the VPC; addresses count
/// together.
///
/// ```yaml finding
/// Resources:
///   Acl:
///     Type: AWS::EC2::NetworkAcl
///     Properties: {VpcId: vpc-1}
///   Entry1:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_network_acl" "main" {
///   vpc_id = "vpc-1"
/// }
///
/// resource "aws_network_acl_rule" "all" {
///   network_acl_id = aws_network_acl.main.id
///   rule_number    = 100
///   rule_action    = "allow"
///   protocol       = "tcp"
///   from_port      = 0
///   to_port        = 65535
///   cidr_block     = "0.0.0.0/0" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Acl:
///     Type: AWS::EC2::NetworkAcl
///     Properties: {VpcId: vpc-1}
///   Entry1:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 90, RuleAction: allow, Protocol: 6, PortRange: {From: 443, To: 443}, CidrBlock: 0.0.0.0/0}
///   Entry2:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 10.0.0.0/8}
/// ```
///
/// ```hcl clean
/// resource "aws_network_acl" "main" {
///   vpc_id = "vpc-1"
/// }
///
/// resource "aws_network_acl_rule" "web" {
///   network_acl_id = aws_network_acl.main.id
///   rule_number    = 100
///   rule_action    = "allow"
///   protocol       = "tcp"
///   from_port      = 443
///   to_port        = 443
///   cidr_block     = "0.0.0.0/0"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   From: {Type: String}
/// Resources:
///   Acl:
///     Type: AWS::EC2::NetworkAcl
///     Properties: {VpcId: vpc-1}
///   Entry1:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: 6, PortRange: {From: 22, To: 22}, CidrBlock: !Ref From}
/// ```
///
/// ```yaml clean
/// Resources:
///   Acl:
///     Type: AWS::EC2::NetworkAcl
///     Properties: {VpcId: vpc-1}
///   Entry1:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: deny, Protocol: 6, PortRange: {From: 0, To: 10300}, CidrBlock: 0.0.0.0/0}
///   Entry2:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 110, RuleAction: allow, Protocol: 6, PortRange: {From: 443, To: 443}, CidrBlock: 0.0.0.0/0}
/// ```
@Rule(
    title = "network ACL admits the Internet to administration ports",
    severity = Severity.MEDIUM,
    serves = {"P2.1"},
    fix = "allow the ports that the subnet serves, and deny the rest",
    price = "administration from outside ends")
public final class AclAdmitsAdminPortsFromInternet implements LocalCheck<NetworkAcl> {

  private static final PacketSet ADMINISTRATION =
      Stream.of(
              to(Protocol.TCP, 22),
              to(Protocol.TCP, 23),
              to(Protocol.TCP, 445),
              to(Protocol.TCP, 3389),
              to(Protocol.UDP, 3389),
              to(Protocol.TCP, 5900),
              to(Protocol.TCP, 5985),
              to(Protocol.TCP, 5986))
          .reduce(PacketSet.none(), PacketSet::union);

  @Override
  public Judgement judge(NetworkAcl acl) {
    Verdict admits = AclDecision.admits(acl, ADMINISTRATION, IpSet::isTheInternet);
    return Judgement.of(admits.saying("this entry comes before any that denies it"));
  }

  private static PacketSet to(Protocol protocol, int port) {
    return PacketSet.of(protocol, PortSet.of(port), IpSet.all());
  }
}
