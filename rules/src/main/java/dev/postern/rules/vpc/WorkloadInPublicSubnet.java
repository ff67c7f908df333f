package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.Workload;

/// A public subnet is one whose route table leads to an Internet gateway: an instance there is one
/// public address or one wrong rule away from the Internet. Load balancers and NAT gateways belong
/// there; instances, groups of them, functions and container services belong in private subnets,
/// and reach out through a NAT gateway or endpoints.
///
/// The route table is the one associated with the subnet, else the main table of its VPC. Routes
/// count by their most specific destination: two halves of the Internet to the gateway make a
/// subnet public. Subnets that are not in the review leave it open.
///
/// ```yaml finding
/// Resources:
///   Igw: {Type: "AWS::EC2::InternetGateway"}
///   Table: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: vpc-1}}
///   Out: {Type: "AWS::EC2::Route", Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}}
///   Subnet: {Type: "AWS::EC2::Subnet", Properties: {VpcId: vpc-1, CidrBlock: 10.0.1.0/24}}
///   Use:
///     Type: AWS::EC2::SubnetRouteTableAssociation
///     Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}
///   Web:
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1, SubnetId: !Ref Subnet} # here
/// ```
///
/// ```hcl finding
/// resource "aws_subnet" "s" {
/// }
/// resource "aws_route_table" "t" {
/// }
/// resource "aws_route" "out" {
///   route_table_id         = aws_route_table.t.id
///   destination_cidr_block = "0.0.0.0/0"
///   gateway_id             = "igw-1"
/// }
/// resource "aws_route_table_association" "a" {
///   subnet_id      = aws_subnet.s.id
///   route_table_id = aws_route_table.t.id
/// }
/// resource "aws_instance" "web" { subnet_id = aws_subnet.s.id } # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Igw: {Type: "AWS::EC2::InternetGateway"}
///   Table: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: vpc-1}}
///   Out: {Type: "AWS::EC2::Route", Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1}}
///   Subnet: {Type: "AWS::EC2::Subnet", Properties: {VpcId: vpc-1, CidrBlock: 10.0.1.0/24}}
///   Use:
///     Type: AWS::EC2::SubnetRouteTableAssociation
///     Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}
///   Web:
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1, SubnetId: !Ref Subnet}
/// ```
///
/// ```hcl clean
/// resource "aws_vpc" "v" {
/// }
/// resource "aws_subnet" "s" {
///   vpc_id = aws_vpc.v.id
/// }
/// resource "aws_instance" "web" {
///   subnet_id = aws_subnet.s.id
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}
/// Resources:
///   Web:
///     Type: AWS::AutoScaling::AutoScalingGroup
///     Properties: {MinSize: 1, MaxSize: 2, VPCZoneIdentifier: !Ref Subnets}
/// ```
///
/// ```yaml clean
/// Resources:
///   Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
///   Subnet: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
///   Code:
///     Type: AWS::Lambda::Function
///     Properties: {VpcConfig: {SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-1]}}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Code: {Type: "AWS::Lambda::Function", Properties: {Handler: index.handler}}
/// ```
@Rule(
    title = "workload runs in a public subnet",
    severity = Severity.MEDIUM,
    serves = {"C11", "P2.2"},
    fix = "place it in a subnet whose route to the Internet is a NAT gateway",
    price = "it is replaced, and what reached it directly needs a load balancer")
public final class WorkloadInPublicSubnet implements LocalCheck<Workload> {

  @Override
  public Judgement judge(Workload workload) {
    return workload.subnetIds().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(workload.inPublicSubnet());
  }
}
