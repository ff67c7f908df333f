package dev.postern.rules.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.Admission;
import dev.postern.view.ec2.SecurityGroup;
import java.util.List;

/// A rule that opens more than a thousand ports opens services that nobody meant, to everyone who
/// gets a foothold among its sources. An internal network is no protection: what is compromised
/// first is usually inside.
///
/// Rules from address blocks and prefix lists are judged, whatever the addresses; every port is
/// worse than a range. Rules from security groups are left out, and rules from addresses that no
/// other machine has, such as `127.0.0.0/8`.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: -1, CidrIp: 10.0.0.0/8} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 1024
///     to_port     = 65535
///     cidr_blocks = ["10.0.0.0/8"] # here
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
///         - {IpProtocol: tcp, FromPort: 8000, ToPort: 8100, CidrIp: 10.0.0.0/8}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 443
///     to_port     = 443
///     cidr_blocks = ["10.0.0.0/8"]
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Last: {Type: Number}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 8000, ToPort: !Ref Last, CidrIp: 10.0.0.0/8}
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: -1, CidrIp: 127.0.0.1/32}
/// ```
@Rule(
    title = "a wide range of ports is open",
    severity = Severity.LOW,
    serves = {"P2.1"},
    fix = "open the ports that the service uses, from the security group of its clients",
    unless = {
      "every-port-from-internet",
      "ssh-from-internet",
      "rdp-from-internet",
      "admin-port-from-internet",
      "database-port-from-internet",
      "ingress-from-internet",
      "broad-sources"
    },
    price = "what uses the other ports loses access")
public final class WidePortRange implements LocalCheck<SecurityGroup> {

  private static final int WIDE = 1000;
  private static final int EVERY = 65_535;

  @Override
  public Judgement judge(SecurityGroup group) {
    if (!group.isWhole()) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        group.ingress().all().stream()
            .filter(a -> ports(a.most()) > WIDE)
            .filter(a -> !a.most().sources().senders().isEmpty())
            .map(WidePortRange::claim)
            .toList());
  }

  private static Claim claim(Admission admission) {
    int surely = ports(admission.least());
    Evidence evidence = admission.evidence();
    Verdict wide =
        surely > WIDE
            ? Verdict.yes(
                evidence.saying((surely < EVERY ? surely + " ports" : "every port") + " from here"))
            : Verdict.undecided(evidence);
    Claim claim = Claim.of(Verdict.within(List.of(admission.when()), wide));
    return surely < EVERY ? claim : claim.at(Severity.MEDIUM, evidence.saying("every port"));
  }

  private static int ports(PacketSet packets) {
    return Math.max(
        packets.ports(Protocol.TCP, IpSet.all()).size(),
        packets.ports(Protocol.UDP, IpSet.all()).size());
  }
}
