package dev.postern.rules.ec2;

import dev.postern.net.PacketSet;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.World;
import dev.postern.view.ec2.Admission;
import dev.postern.view.ec2.SecurityGroup;

/// A source of a `/16` of public addresses is not the Internet, but it is a whole provider or a
/// country: far more than the partners that a rule has in mind. IPv6 sources count from a `/40`.
///
/// The addresses of all rules of the group that are not already the Internet count together.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 52.94.0.0/16} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 443
///     to_port     = 443
///     cidr_blocks = ["52.94.0.0/16"] # here
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
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 52.94.7.0/24}
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 443
///     to_port     = 443
///     cidr_blocks = ["52.94.7.0/24"]
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Net: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Sub "${Net}/16"}
/// ```
///
/// ```yaml clean
/// Parameters:
///   Net: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Sub "10.${Net}.0.0/16"}
/// ```
///
/// ```hcl clean
/// variable "lists" {
///   type = list(string)
/// }
///
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol         = "tcp"
///     from_port        = 443
///     to_port          = 443
///     cidr_blocks      = ["0.0.0.0/0"]
///     ipv6_cidr_blocks = ["::/0"]
///     prefix_list_ids  = var.lists
///   }
/// }
/// ```
@Rule(
    title = "a whole public network is admitted",
    severity = Severity.MEDIUM,
    serves = {"P2.1"},
    fix = "name the addresses of the clients that need it, or a security group",
    unless = {
      "every-port-from-internet",
      "ssh-from-internet",
      "rdp-from-internet",
      "admin-port-from-internet",
      "database-port-from-internet",
      "ingress-from-internet"
    },
    price = "clients outside the narrower list lose access")
public final class BroadSources implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    if (!group.isWhole()) {
      return Judgement.notApplicable();
    }
    PacketSet open =
        group.ingress().all().stream()
            .filter(a -> a.when().equals(World.ANY) && a.least().sources().isTheInternet())
            .map(Admission::least)
            .reduce(PacketSet.none(), PacketSet::union);
    return Judgement.of(
        group
            .ingress()
            .only(a -> !a.least().sources().isTheInternet())
            .exposures(PacketSet.all().minus(open), s -> s.isBroad() || s.isTheInternet())
            .stream()
            .map(Exposures::claim)
            .toList());
  }
}
