package dev.postern.rules.ec2;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.ElasticIp;

/// An elastic IP address on an instance keeps it reachable from the Internet under the same address
/// for good. Fixed addresses belong to load balancers and NAT gateways.
///
/// ```yaml finding
/// Resources:
///   Address:
///     Type: AWS::EC2::EIP
///     Properties: {Domain: vpc, InstanceId: i-0123456789abcdef0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_eip" "address" {
///   domain   = "vpc"
///   instance = "i-0123456789abcdef0" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Address:
///     Type: AWS::EC2::EIP
///     Properties: {Domain: vpc}
/// ```
///
/// ```hcl clean
/// resource "aws_eip" "address" {
///   domain = "vpc"
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Use:
///     Type: AWS::EC2::EIPAssociation
///     Properties: {AllocationId: eipalloc-1, InstanceId: i-0123456789abcdef0} # here
/// ```
///
/// ```hcl finding
/// resource "aws_eip_association" "use" {
///   allocation_id = "eipalloc-1"
///   instance_id   = "i-0123456789abcdef0" # here
/// }
/// ```
@Rule(
    title = "an elastic IP address is attached to an instance",
    severity = Severity.MEDIUM,
    serves = {"C13", "P2.3"},
    fix = "give the address to a load balancer or NAT gateway",
    price = "what connects to the address loses the machine")
public final class ElasticIpOnMachine implements LocalCheck<ElasticIp> {

  @Override
  public Judgement judge(ElasticIp address) {
    return Judgement.of(address.instanceId().isWritten());
  }
}
