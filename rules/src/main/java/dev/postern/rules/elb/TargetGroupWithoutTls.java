package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.elb.TargetGroup;

/// Behind the load balancer the requests go on in plain HTTP: whoever can listen inside the VPC
/// reads what TLS protected outside. AWS itself protects packets between instances of current
/// types; the review asks for the choice.
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::TargetGroup
///     Properties:
///       VpcId: vpc-1
///       Port: 8080
///       Protocol: HTTP # here
/// ```
///
/// ```hcl finding
/// resource "aws_lb_target_group" "front" {
///   port     = 8080
///   protocol = "HTTP" # here
///   vpc_id   = "vpc-1"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::TargetGroup
///     Properties:
///       VpcId: vpc-1
///       Port: 8443
///       Protocol: HTTPS
/// ```
///
/// ```hcl clean
/// resource "aws_lb_target_group" "front" {
///   port     = 8443
///   protocol = "HTTPS"
///   vpc_id   = "vpc-1"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Protocol: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::TargetGroup
///     Properties:
///       Port: 8443
///       Protocol: !Ref Protocol
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::TargetGroup
///     Properties:
///       TargetType: lambda
/// ```
@Rule(
    title = "load balancer speaks plain HTTP to its targets",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "let the targets speak HTTPS, and name it in the target group",
    price = "the targets need a certificate")
public final class TargetGroupWithoutTls implements LocalCheck<TargetGroup> {

  @Override
  public Judgement judge(TargetGroup group) {
    return Judgement.where(group.protocol().isWritten(), group.protocol().isOneOf("HTTP"));
  }
}
