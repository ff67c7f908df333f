package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.EndpointService;

/// An endpoint service that asks for no acceptance connects every account that its permissions
/// allow at once: a wrong principal in the permissions is enough to reach the service from outside.
///
/// AWS asks for acceptance unless it is switched off.
///
/// ```yaml finding
/// Resources:
///   Api:
///     Type: AWS::EC2::VPCEndpointService
///     Properties: {AcceptanceRequired: false} # here
/// ```
///
/// ```hcl finding
/// resource "aws_vpc_endpoint_service" "api" {
///   acceptance_required        = false # here
///   network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/api/1"]
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::EC2::VPCEndpointService
///     Properties: {AcceptanceRequired: true}
/// ```
///
/// ```hcl clean
/// resource "aws_vpc_endpoint_service" "api" {
///   acceptance_required        = true
///   network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/api/1"]
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Ask: {Type: String}
/// Resources:
///   Api:
///     Type: AWS::EC2::VPCEndpointService
///     Properties: {AcceptanceRequired: !Ref Ask}
/// ```
@Rule(
    title = "endpoint service takes connections without acceptance",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "set `AcceptanceRequired` to true",
    price = "each new consumer has to be accepted")
public final class EndpointServiceAcceptsAnyone implements LocalCheck<EndpointService> {

  @Override
  public Judgement judge(EndpointService service) {
    return Judgement.of(service.acceptanceRequired().is(false));
  }
}
