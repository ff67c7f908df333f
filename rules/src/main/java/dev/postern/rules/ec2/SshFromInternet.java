package dev.postern.rules.ec2;

import dev.postern.net.Protocol;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SecurityGroup;

/// Anyone on the Internet can reach port 22. Every such address is tried for weak passwords, stolen
/// keys and faults of the server within minutes; Session Manager needs no open port at all.
///
/// The rule counts addresses over all rules of the group: two halves of the Internet are as bad as
/// the whole of it, a range of ports that holds 22 is as bad as 22, and a `/32` is not a finding.
/// An address that is known only in part counts with the most that it can be.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 22
///     to_port     = 22
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
///         - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 203.0.113.7/32}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 22
///     to_port     = 22
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
///         - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref From}
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
///     from_port   = 22
///     to_port     = 22
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
///         - {IpProtocol: tcp, FromPort: 20, ToPort: "25", CidrIp: 0.0.0.0/1} # here
///         - {IpProtocol: "6", FromPort: 22, ToPort: 22, CidrIp: 128.0.0.0/1}
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
///         - {IpProtocol: tcp, FromPort: 22, ToPort: 22}
///         - {IpProtocol: 50, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
/// ```
///
/// ```yaml finding
/// Resources:
///   List:
///     Type: AWS::EC2::PrefixList
///     Properties:
///       Entries: [{Cidr: 0.0.0.0/0}] # here
///   Open:
///     Type: AWS::EC2::SecurityGroupIngress
///     Properties:
///       GroupId: sg-0123456789abcdef0
///       IpProtocol: tcp
///       FromPort: 22
///       ToPort: 22
///       SourcePrefixListId: !Ref List
/// ```
///
/// ```yaml undecided
/// Resources:
///   Open:
///     Type: AWS::EC2::SecurityGroupIngress
///     Properties:
///       GroupId: sg-0123456789abcdef0
///       IpProtocol: tcp
///       FromPort: 22
///       ToPort: 22
///       SourcePrefixListId: pl-0123456789abcdef0
/// ```
///
/// ```yaml clean
/// Parameters:
///   Office: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Sub "${Office}/32"}
/// ```
///
/// ```hcl clean
/// variable "office" {
///   type = string
/// }
///
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 22
///     to_port     = 22
///     cidr_blocks = ["${var.office}/32"]
///   }
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
/// }
///
/// resource "aws_security_group_rule" "ssh" {
///   type              = "ingress"
///   security_group_id = aws_security_group.web.id
///   protocol          = "tcp"
///   from_port         = 22
///   to_port           = 22
///   cidr_blocks       = ["0.0.0.0/1", "128.0.0.0/1"] # here
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_vpc_security_group_ingress_rule" "ssh" {
///   security_group_id = "sg-0123456789abcdef0"
///   ip_protocol       = "tcp"
///   from_port         = 22
///   to_port           = 22
///   cidr_ipv6         = "::/0" # here
/// }
/// ```
@Rule(
    title = "SSH is open to the Internet",
    severity = Severity.CRITICAL,
    serves = {"F08", "C10", "P2.1"},
    fix =
        "close port 22 and use Session Manager, or admit a security group or a few " + "addresses",
    unless = {"every-port-from-internet"},
    price = "connections from outside end")
public final class SshFromInternet implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    return Exposures.judge(group, Exposures.to(Protocol.TCP, 22));
  }
}
