package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.LoadBalancer;

/// Deletion protection keeps a slip, or somebody with a stolen key, from taking the front door away
/// in one call. It is off unless it is switched on.
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
///       Type: application
///       LoadBalancerAttributes:
///         - {Key: deletion_protection.enabled, Value: "true"}
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   enable_deletion_protection = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Keep: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       LoadBalancerAttributes:
///         - {Key: deletion_protection.enabled, Value: !Ref Keep}
/// ```
@Rule(
    title = "load balancer has no deletion protection",
    severity = Severity.LOW,
    serves = {"P2.2"},
    fix = "set `deletion_protection.enabled` to true",
    price = "deleting the stack needs one more step")
public final class LoadBalancerDeletable implements LocalCheck<LoadBalancer> {

  @Override
  public Judgement judge(LoadBalancer balancer) {
    Verdict kept = balancer.attribute("deletion_protection.enabled", "true");
    return Judgement.of(kept.not().saying("deletion protection is off"));
  }
}
