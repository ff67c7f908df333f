package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.DefaultPlace;

/// The default VPC is the same in every account: all of its subnets are public and give public
/// addresses to whatever starts in them, and its default security group connects everything in it.
/// It was made for first steps.
///
/// An instance without a subnet or network interface starts there, and so do the instances of an
/// Auto Scaling group and the Classic Load Balancer that only name availability zones.
///
/// ```yaml finding
/// Resources:
///   Web: # here
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1}
/// ```
///
/// ```yaml clean
/// Parameters: {Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}}
/// Resources:
///   M:
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1, SubnetId: !Select [0, !Ref Subnets]}
/// ```
///
/// ```hcl finding
/// resource "aws_default_vpc" "default" { # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1, SubnetId: subnet-1}
/// ```
///
/// ```yaml finding
/// Resources:
///   Fleet: # here
///     Type: AWS::AutoScaling::AutoScalingGroup
///     Properties: {LaunchConfigurationName: web, AvailabilityZones: !GetAZs ''}
/// ```
///
/// ```hcl finding
/// resource "aws_elb" "front" { # here
///   availability_zones = ["eu-west-1a"]
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_autoscaling_group" "fleet" {
///   vpc_zone_identifier = var.subnets
/// }
///
/// variable "subnets" {
///   type = list(string)
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_instance" "web" {
///   subnet_id = "subnet-1"
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties: {LaunchTemplate: {LaunchTemplateId: lt-1, Version: "1"}}
/// ```
@Rule(
    title = "the default VPC is used",
    severity = Severity.MEDIUM,
    serves = {"C11", "C13", "P2.2"},
    fix = "name a private subnet of a VPC of your own",
    price = "what is moved is replaced")
public final class DefaultVpcUsed implements LocalCheck<DefaultPlace> {

  @Override
  public Judgement judge(DefaultPlace place) {
    return place.isDefaultVpc().map(Judgement::of).orElseGet(Judgement::notApplicable);
  }
}
