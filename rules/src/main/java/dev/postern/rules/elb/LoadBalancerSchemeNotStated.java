package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.LoadBalancer;

/// A load balancer without a scheme is open to the Internet: that is what both CloudFormation and
/// Terraform create. Nobody who reads the configuration can tell whether it was meant.
///
/// ```yaml finding
/// Resources:
///   Front: # here
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Type: application
/// ```
///
/// ```hcl finding
/// resource "aws_lb" "front" { # here
///   load_balancer_type = "application"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Scheme: internal
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   internal = true
/// }
/// ```
@Rule(
    title = "load balancer is open to the Internet without saying so",
    severity = Severity.INFO,
    serves = {"P2.3"},
    fix = "state the scheme")
public final class LoadBalancerSchemeNotStated implements LocalCheck<LoadBalancer> {

  @Override
  public Judgement judge(LoadBalancer balancer) {
    Verdict unset = balancer.scheme().isWritten().not();
    return Judgement.where(
        balancer.kind().isOneOf("gateway").not(),
        unset.showing(balancer.resource().evidence("Scheme is not set: internet-facing")));
  }
}
