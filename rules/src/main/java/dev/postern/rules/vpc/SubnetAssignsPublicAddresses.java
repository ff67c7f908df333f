package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.Subnet;

/// Everything that starts in such a subnet gets a public IPv4 address without having asked for one.
/// Load balancers and NAT gateways do not need it: they get their addresses by themselves.
///
/// CloudFormation and Terraform leave the setting off unless it is written.
///
/// ```yaml finding
/// Resources:
///   Subnet:
///     Type: AWS::EC2::Subnet
///     Properties: {VpcId: vpc-1, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: true} # here
/// ```
///
/// ```hcl finding
/// resource "aws_subnet" "public" {
///   vpc_id                  = "vpc-1"
///   cidr_block              = "10.0.1.0/24"
///   map_public_ip_on_launch = true # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Subnet:
///     Type: AWS::EC2::Subnet
///     Properties: {VpcId: vpc-1, CidrBlock: 10.0.1.0/24}
/// ```
///
/// ```hcl clean
/// resource "aws_subnet" "public" {
///   vpc_id     = "vpc-1"
///   cidr_block = "10.0.1.0/24"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Public: {Type: String}
/// Resources:
///   Subnet:
///     Type: AWS::EC2::Subnet
///     Properties: {VpcId: vpc-1, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: !Ref Public}
/// ```
@Rule(
    title = "subnet gives a public address to whatever starts in it",
    severity = Severity.MEDIUM,
    serves = {"C13", "P2.2"},
    fix =
        "remove the setting and give public addresses to load balancers and NAT " + "gateways only",
    price = "new instances that rely on a public address lose it")
public final class SubnetAssignsPublicAddresses implements LocalCheck<Subnet> {

  @Override
  public Judgement judge(Subnet subnet) {
    return Judgement.of(subnet.mapPublicIpOnLaunch().is(true));
  }
}
