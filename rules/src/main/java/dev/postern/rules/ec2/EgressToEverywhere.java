package dev.postern.rules.ec2;

import dev.postern.model.Unit;
import dev.postern.net.IpSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.Exposure;
import dev.postern.view.ec2.SecurityGroup;
import java.util.ArrayList;
import java.util.List;

/// A machine that may open connections to any address on any port can send its data anywhere and
/// load what it likes, once somebody controls it. Most services need HTTPS and a few ports inside.
///
/// CloudFormation adds rules that allow everything out to a group for which none is written;
/// Terraform removes them.
///
/// ```yaml finding
/// Resources:
///   Web: # here
///     Type: AWS::EC2::SecurityGroup
///     Properties: {GroupDescription: web}
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   egress {
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
///       SecurityGroupEgress:
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties: {GroupDescription: web}
///   Out:
///     Type: AWS::EC2::SecurityGroupEgress
///     Properties: {GroupId: !Ref Web, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   To: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupEgress: {IpProtocol: -1, CidrIp: !Ref To}
/// ```
@Rule(
    title = "everything may leave to everywhere",
    severity = Severity.LOW,
    serves = {"P2.1"},
    fix = "name the ports and destinations that the service needs",
    price = "connections to other destinations fail")
public final class EgressToEverywhere implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    if (!group.isGroup()) {
      return Judgement.notApplicable();
    }
    var claims = new ArrayList<Claim>();
    List<Verdict> out =
        group
            .egress()
            .exposures(p -> p, p -> EveryPort.sources(p, Protocol.TCP), IpSet::isTheInternet)
            .stream()
            .map(Exposure::verdict)
            .toList();
    if (!out.isEmpty()) {
      claims.add(Claim.of(Verdict.any(out)));
    }
    boolean adds = group.resource().unit().kind() == Unit.Kind.CLOUDFORMATION;
    if (adds && group.egressRules().isEmpty()) {
      Evidence header = group.resource().evidence("no rule is written; EC2 allows everything out");
      claims.add(Claim.of(group.writtenEgress().isWritten().not().showing(header)));
    }
    return Judgement.of(claims);
  }
}
