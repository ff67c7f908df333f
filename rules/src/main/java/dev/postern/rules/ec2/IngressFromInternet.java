package dev.postern.rules.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.PortSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Only a load balancer's port 443 is meant for everyone, and its port 80 where every request there
/// is redirected to HTTPS. Any other group that admits the Internet puts the machines behind it at
/// the front.
///
/// The exception needs proof: all that uses the group in this unit are load balancers.
/// Administration and database ports have rules of their own; ICMP is left out. Web ports (80, 443,
/// 8080, 8443) are one step less severe than others.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "udp"
///     from_port   = 4000
///     to_port     = 4001
///     cidr_blocks = ["0.0.0.0/0"] # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties: {SecurityGroups: [!Ref Edge], Subnets: [subnet-1, subnet-2]}
///   Edge:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: edge
///       SecurityGroupIngress: {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
/// ```
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties: {SecurityGroups: [!Ref Edge], Subnets: [subnet-1, subnet-2]}
///   Edge:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: edge
///       SecurityGroupIngress: {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   security_groups = [aws_security_group.edge.id]
/// }
///
/// resource "aws_security_group" "edge" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 443
///     to_port     = 443
///     cidr_blocks = ["0.0.0.0/0"]
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties: {SecurityGroups: [!Ref Edge]}
///   Plain:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       LoadBalancerArn: !Ref Front
///       Port: 80
///       DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]
///   Edge:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: edge
///       SecurityGroupIngress: {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}
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
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref From}
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-3b927c52}
///         - {IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 0.0.0.0/0}
/// ```
@Rule(
    title = "port is open to the Internet, and not as a load balancer's 443",
    severity = Severity.HIGH,
    serves = {"C10", "P2.1"},
    fix = "put the service behind a load balancer and admit its security group only",
    unless = {
      "every-port-from-internet",
      "ssh-from-internet",
      "rdp-from-internet",
      "admin-port-from-internet",
      "database-port-from-internet"
    },
    price = "clients that connect directly lose access")
public final class IngressFromInternet implements LocalCheck<SecurityGroup> {

  private static final PacketSet HTTPS = Exposures.to(Protocol.TCP, 443);
  private static final PacketSet HTTP = Exposures.to(Protocol.TCP, 80);
  private static final PacketSet WEB =
      HTTPS
          .union(HTTP)
          .union(Exposures.to(Protocol.TCP, 8080))
          .union(Exposures.to(Protocol.TCP, 8443));
  private static final PacketSet ASKED =
      Stream.of(Protocol.ICMP, Protocol.ICMPV6)
          .map(p -> PacketSet.of(p, PortSet.all(), IpSet.all()))
          .reduce(Service.packets(Service.all()), PacketSet::union)
          .complement();
  private static final PacketSet NOT_WEB = ASKED.minus(WEB);

  @Override
  public Judgement judge(SecurityGroup group) {
    if (!group.isWhole()) {
      return Judgement.notApplicable();
    }
    boolean fronts = Fronts.are(group.users());
    PacketSet allowed = fronts ? HTTPS.union(HTTP) : PacketSet.none();
    List<Claim> severe = claims(group, NOT_WEB);
    Set<Evidence> known =
        severe.stream()
            .flatMap(c -> c.verdict().evidence().stream())
            .collect(Collectors.toUnmodifiableSet());
    var claims = new ArrayList<Claim>(severe);
    claims(group, WEB.minus(allowed)).stream()
        .filter(c -> !known.containsAll(c.verdict().evidence()))
        .forEach(c -> claims.add(web(group, c)));
    if (fronts) {
      Verdict plain = Fronts.redirectHttp(group).not();
      claims(group, HTTP).stream()
          .map(c -> Exposures.also(c, plain))
          .map(c -> c.titled("load balancer's port 80 is open and not all redirected to HTTPS"))
          .forEach(c -> claims.add(web(group, c)));
    }
    return Judgement.of(claims);
  }

  private static List<Claim> claims(SecurityGroup group, PacketSet asked) {
    return group.ingress().exposures(asked, IpSet::isTheInternet).stream()
        .map(Exposures::claim)
        .toList();
  }

  private static Claim web(SecurityGroup group, Claim claim) {
    return claim.at(
        Severity.MEDIUM, group.resource().evidence("a web port, which is made for strangers"));
  }
}
