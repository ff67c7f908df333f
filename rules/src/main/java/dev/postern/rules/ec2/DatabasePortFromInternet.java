package dev.postern.rules.ec2;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SecurityGroup;

/// Databases, caches, search engines and queues are made for clients inside: anyone on the Internet
/// who can reach them can try passwords and known faults, and some of them ask for no password at
/// all.
///
/// The finding names what is open. All rules of the group and all their addresses count together. A
/// port that other software uses too counts unless a range of other ports only happens to hold it.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 5432
///     to_port     = 5432
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
///         - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 203.0.113.7/32}
/// ```
///
/// ```hcl clean
/// resource "aws_security_group" "web" {
///   ingress {
///     protocol    = "tcp"
///     from_port   = 5432
///     to_port     = 5432
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
///         - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: !Ref From}
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
///     from_port   = 5432
///     to_port     = 5432
///     cidr_blocks = var.from
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
///         - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: sg-0123456789abcdef0}
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 8080, ToPort: 8090, CidrIp: 0.0.0.0/0}
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties:
///       GroupDescription: web
///       SecurityGroupIngress:
///         - {IpProtocol: tcp, FromPort: 8086, ToPort: 8086, CidrIp: 0.0.0.0/0} # here
///         - {IpProtocol: tcp, FromPort: 6000, ToPort: 7000, CidrIp: 0.0.0.0/0} # here
///         - {IpProtocol: tcp, FromPort: 7000, ToPort: 7001, CidrIp: 0.0.0.0/0} # here
/// ```
@Rule(
    title = "a database port is open to the Internet",
    severity = Severity.CRITICAL,
    serves = {"F08", "C10", "P2.1"},
    fix = "admit the security group of the clients",
    unless = {"every-port-from-internet"},
    price = "connections from outside end")
public final class DatabasePortFromInternet implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    return Exposures.judge(group, Service.DATA);
  }
}
