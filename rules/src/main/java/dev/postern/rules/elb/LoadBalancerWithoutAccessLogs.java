package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.LoadBalancer;

/// Access logs tell who asked for what, from where and when. At the edge they are the only record
/// of an attack that was turned away, and the first thing asked for after one that was not. They
/// are off unless they are switched on.
///
/// Application Load Balancers are judged, and Network Load Balancers with a TLS listener, for they
/// log nothing else; Gateway Load Balancers have no access logs.
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
///         - {Key: access_logs.s3.enabled, Value: "true"}
///         - {Key: access_logs.s3.bucket, Value: "logs-111122223333"}
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   access_logs {
///     bucket  = "logs-111122223333"
///     enabled = true
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Log: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       LoadBalancerAttributes:
///         - {Key: access_logs.s3.enabled, Value: !Ref Log}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Type: gateway
/// ```
///
/// ```yaml finding
/// Resources:
///   Front: # here
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties: {Type: network}
///   Secure:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties: {LoadBalancerArn: !Ref Front, Protocol: TLS, Port: 443}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties: {Type: network}
///   Plain:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties: {LoadBalancerArn: !Ref Front, Protocol: TCP, Port: 443}
/// ```
///
/// ```hcl undecided
/// resource "aws_lb" "front" {
///   load_balancer_type = "network"
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       LoadBalancerAttributes:
///         - {Key: idle_timeout.timeout_seconds, Value: "60"}
///         - {Key: access_logs.s3.enabled, Value: "false"} # here
/// ```
@Rule(
    title = "load balancer writes no access logs",
    severity = Severity.MEDIUM,
    serves = {"P2.2"},
    fix = "set `access_logs.s3.enabled` to true and name a bucket")
public final class LoadBalancerWithoutAccessLogs implements LocalCheck<LoadBalancer> {

  @Override
  public Judgement judge(LoadBalancer balancer) {
    Verdict logs = balancer.attribute("access_logs.s3.enabled", "true");
    return Judgement.where(
        balancer.hasAccessLogs(), logs.not().saying("access_logs.s3.enabled is not true"));
  }
}
