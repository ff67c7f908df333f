package dev.postern.rules.ec2;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.Machine;

/// A machine with a public address can be reached from everywhere that its security groups admit,
/// today and after every change of them. Behind a load balancer it needs none; outward it goes
/// through a NAT gateway, and administration goes through Session Manager.
///
/// Judged are instances, launch templates and launch configurations that ask for a public IPv4
/// address. Where nothing is written, the subnet decides.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       NetworkInterfaces:
///         - DeviceIndex: "0"
///           SubnetId: subnet-1
///           AssociatePublicIpAddress: true # here
/// ```
///
/// ```hcl finding
/// resource "aws_instance" "web" {
///   associate_public_ip_address = true # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       SubnetId: subnet-1
/// ```
///
/// ```hcl clean
/// resource "aws_instance" "web" {
///   subnet_id = "subnet-1"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Public: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       NetworkInterfaces: [{DeviceIndex: "0", AssociatePublicIpAddress: !Ref Public}]
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::LaunchTemplate
///     Properties:
///       LaunchTemplateData:
///         NetworkInterfaces:
///           - DeviceIndex: 0
///             AssociatePublicIpAddress: "true" # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::AutoScaling::LaunchConfiguration
///     Properties:
///       ImageId: ami-1
///       AssociatePublicIpAddress: true # here
/// ```
///
/// ```hcl finding
/// resource "aws_launch_template" "web" {
///   network_interfaces {
///     associate_public_ip_address = true # here
///   }
/// }
/// ```
@Rule(
    title = "machine gets a public address",
    severity = Severity.HIGH,
    serves = {"C13", "P2.3"},
    fix = "remove the public address and put a load balancer in front",
    price = "what connects to the public address loses the machine")
public final class MachineWithPublicAddress implements LocalCheck<Machine> {

  @Override
  public Judgement judge(Machine machine) {
    return Judgement.of(
        machine
            .associatePublicIpAddress()
            .is(true)
            .or(
                machine
                    .networkInterfaces()
                    .any(each -> each.at("AssociatePublicIpAddress").is(true))));
  }
}
