package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.ClassicLoadBalancer;

/// Access logs tell who asked for what, from where and when. At the edge they are the only record
/// of an attack that was turned away, and the first thing asked for after one that was not. They
/// are off unless they are switched on.
///
/// ```yaml finding
/// Resources:
///   Front: # here
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Scheme: internal
/// ```
///
/// ```hcl finding
/// resource "aws_elb" "front" { # here
///   internal = true
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       AccessLoggingPolicy: {Enabled: true, S3BucketName: logs-111122223333}
/// ```
///
/// ```hcl clean
/// resource "aws_elb" "front" {
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
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       AccessLoggingPolicy: {Enabled: !Ref Log, S3BucketName: logs-111122223333}
/// ```
@Rule(
    title = "Classic Load Balancer writes no access logs",
    severity = Severity.MEDIUM,
    serves = {"P2.2"},
    fix = "switch the access logging policy on and name a bucket")
public final class ClassicLoadBalancerWithoutAccessLogs implements LocalCheck<ClassicLoadBalancer> {

  @Override
  public Judgement judge(ClassicLoadBalancer balancer) {
    Verdict logs = balancer.accessLogs().at("Enabled").is(true);
    return Judgement.of(
        logs.not().showing(balancer.resource().evidence("access logging is not on")));
  }
}
