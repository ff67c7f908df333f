package dev.postern.rules.ecs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecs.Service;

/// A task with a public address is one security-group mistake away from the Internet. Load
/// balancers take traffic in, NAT takes it out; tasks need neither address.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::ECS::Service
///     Properties:
///       NetworkConfiguration:
///         AwsvpcConfiguration:
///           AssignPublicIp: ENABLED # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::ECS::Service
///     Properties:
///       NetworkConfiguration:
///         AwsvpcConfiguration:
///           Subnets: [subnet-1]
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Public: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::ECS::Service
///     Properties:
///       NetworkConfiguration:
///         AwsvpcConfiguration:
///           AssignPublicIp: !Ref Public
/// ```
///
/// ```hcl finding
/// resource "aws_ecs_service" "web" {
///   network_configuration {
///     subnets          = ["subnet-1"]
///     assign_public_ip = true # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_ecs_service" "web" {
///   network_configuration {
///     subnets = ["subnet-1"]
///   }
/// }
/// ```
@Rule(
    title = "tasks of the service get public addresses",
    severity = Severity.HIGH,
    serves = {"C13", "P2.3"},
    fix =
        "set `AssignPublicIp: DISABLED` and run the tasks in private subnets behind a load"
            + " balancer",
    price = "tasks need NAT or VPC endpoints to pull images")
public final class ServiceWithPublicAddresses implements LocalCheck<Service> {
  @Override
  public Judgement judge(Service service) {
    return Judgement.of(
        service.assignsPublicAddress().isOneOf("ENABLED", "true").saying("public addresses"));
  }
}
