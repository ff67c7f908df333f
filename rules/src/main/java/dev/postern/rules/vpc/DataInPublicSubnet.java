package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SubnetGroup;

/// A database, cache or warehouse placed in a public subnet is one setting away from the Internet.
/// Data belongs in subnets without any route to it.
///
/// A subnet group counts with each of its subnets, for AWS chooses among them, and another one
/// after a failover.
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
///   Group:
///     Type: AWS::RDS::DBSubnetGroup
///     Properties:
///       DBSubnetGroupDescription: data
///       SubnetIds: [!Ref Subnet] # here
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
/// resource "aws_db_subnet_group" "d" { subnet_ids = [aws_subnet.s.id] } # here
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
///   Group:
///     Type: AWS::RDS::DBSubnetGroup
///     Properties: {DBSubnetGroupDescription: data, SubnetIds: [!Ref Subnet]}
/// ```
///
/// ```hcl clean
/// resource "aws_vpc" "v" {
/// }
/// resource "aws_subnet" "s" {
///   vpc_id = aws_vpc.v.id
/// }
/// resource "aws_db_subnet_group" "d" {
///   subnet_ids = [aws_subnet.s.id]
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}
/// Resources:
///   Group:
///     Type: AWS::RDS::DBSubnetGroup
///     Properties: {DBSubnetGroupDescription: data, SubnetIds: !Ref Subnets}
/// ```
@Rule(
    title = "data is placed in a public subnet",
    severity = Severity.HIGH,
    serves = {"C11", "P2.2"},
    fix = "name subnets that have no route to an Internet gateway",
    price = "moving a database to other subnets may replace it")
public final class DataInPublicSubnet implements LocalCheck<SubnetGroup> {

  @Override
  public Judgement judge(SubnetGroup group) {
    return Judgement.of(group.hasPublicSubnet());
  }
}
