package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.elb.LoadBalancer;

/// In `monitor` mode an Application Load Balancer passes on requests that it knows to be ambiguous,
/// which is how requests are smuggled past it. AWS takes `defensive` where nothing is written.
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Type: application
///       LoadBalancerAttributes:
///         - {Key: routing.http.desync_mitigation_mode, Value: "monitor"} # here
/// ```
///
/// ```hcl finding
/// resource "aws_lb" "front" {
///   desync_mitigation_mode = "monitor" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Type: application
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   desync_mitigation_mode = "strictest"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Mode: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       LoadBalancerAttributes:
///         - {Key: routing.http.desync_mitigation_mode, Value: !Ref Mode}
/// ```
@Rule(
    title = "load balancer passes ambiguous requests on",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "set `routing.http.desync_mitigation_mode` to `defensive` or `strictest`",
    price = "requests that break the HTTP standard are refused")
public final class LoadBalancerDesyncNotMitigated implements LocalCheck<LoadBalancer> {

  @Override
  public Judgement judge(LoadBalancer balancer) {
    return Judgement.where(
        balancer.isApplication(),
        balancer.attribute("routing.http.desync_mitigation_mode", "monitor"));
  }
}
