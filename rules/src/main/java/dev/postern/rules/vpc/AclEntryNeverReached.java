package dev.postern.rules.vpc;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.AclDecision;
import dev.postern.view.ec2.AclEntry;
import dev.postern.view.ec2.NetworkAcl;
import java.util.List;

/// The first entry that matches a packet decides, so an entry behind others that match all that it
/// matches does nothing. Who wrote it thought that it did: often it is a deny that comes too late.
///
/// ```yaml finding
/// Resources:
///   Acl:
///     Type: AWS::EC2::NetworkAcl
///     Properties: {VpcId: vpc-1}
///   Entry1:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0}
///   Entry2:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 110, RuleAction: deny, Protocol: 6, PortRange: {From: 22, To: 22}, CidrBlock: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_network_acl" "main" {
///   ingress {
///     rule_no    = 100
///     action     = "allow"
///     protocol   = "-1"
///     cidr_block = "0.0.0.0/0"
///   }
///   ingress {
///     rule_no    = 110
///     action     = "deny"
///     protocol   = "-1"
///     cidr_block = "198.51.100.0/24" # here
///   }
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
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 90, RuleAction: deny, Protocol: 6, PortRange: {From: 22, To: 22}, CidrBlock: 0.0.0.0/0}
///   Entry2:
///     Type: AWS::EC2::NetworkAclEntry
///     Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0}
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
@Rule(
    title = "network ACL entry is never reached",
    severity = Severity.LOW,
    serves = {"P2.1"},
    fix = "give the entry a lower number than those that match the same packets, or " + "remove it")
public final class AclEntryNeverReached implements LocalCheck<NetworkAcl> {

  @Override
  public Judgement judge(NetworkAcl acl) {
    return Judgement.of(
        AclDecision.neverReached(acl).stream().map(AclEntryNeverReached::claim).toList());
  }

  private static Claim claim(AclEntry entry) {
    var here = entry.evidence().saying("entries with lower numbers match all of this");
    return Claim.of(Verdict.within(List.of(entry.when()), Verdict.yes(here)));
  }
}
