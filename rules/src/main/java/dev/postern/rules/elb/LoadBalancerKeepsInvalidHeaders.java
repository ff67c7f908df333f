package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.LoadBalancer;

/// Header names that HTTP does not allow are a tool of request smuggling: what the load balancer
/// reads differs from what the server behind it reads. An Application Load Balancer passes them on
/// unless it is told to drop them.
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
///         - {Key: routing.http.drop_invalid_header_fields.enabled, Value: "true"}
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   drop_invalid_header_fields = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Drop: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       LoadBalancerAttributes:
///         - {Key: routing.http.drop_invalid_header_fields.enabled, Value: !Ref Drop}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Type: network
/// ```
@Rule(
    title = "load balancer passes invalid headers on",
    severity = Severity.LOW,
    serves = {"P2.3"},
    fix = "set `routing.http.drop_invalid_header_fields.enabled` to true",
    price = "clients that rely on such headers lose them")
public final class LoadBalancerKeepsInvalidHeaders implements LocalCheck<LoadBalancer> {

  private static final String KEY = "routing.http.drop_invalid_header_fields.enabled";

  @Override
  public Judgement judge(LoadBalancer balancer) {
    Verdict drops = balancer.attribute(KEY, "true");
    return Judgement.where(
        balancer.isApplication(), drops.not().saying("invalid headers are not dropped"));
  }
}
