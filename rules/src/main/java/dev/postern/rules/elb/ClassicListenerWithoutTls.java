package dev.postern.rules.elb;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.ClassicLoadBalancer;
import java.util.List;

/// A Classic Load Balancer that listens on HTTP or TCP takes everything in the clear, and it cannot
/// redirect: what clients send can be read and changed on the way. TCP listeners may carry
/// connections that are encrypted by themselves, so they weigh less.
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners:
///         - {LoadBalancerPort: "80", InstancePort: "8080", Protocol: HTTP} # here
/// ```
///
/// ```hcl finding
/// resource "aws_elb" "front" {
///   listener {
///     lb_port           = 80
///     lb_protocol       = "http" # here
///     instance_port     = 8080
///     instance_protocol = "http"
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners:
///         - {LoadBalancerPort: "443", InstancePort: "8443", Protocol: HTTPS, SSLCertificateId: "arn:aws:acm:eu-west-1:111122223333:certificate/1"}
/// ```
///
/// ```hcl clean
/// resource "aws_elb" "front" {
///   listener {
///     lb_port           = 443
///     lb_protocol       = "https"
///     instance_port     = 8080
///     instance_protocol = "http"
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Protocol: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners:
///         - {LoadBalancerPort: "443", InstancePort: "8443", Protocol: !Ref Protocol}
/// ```
@Rule(
    title = "Classic Load Balancer takes connections in the clear",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "listen on HTTPS or SSL, best on an Application Load Balancer",
    price = "clients that cannot speak TLS fail")
public final class ClassicListenerWithoutTls implements LocalCheck<ClassicLoadBalancer> {

  @Override
  public Judgement judge(ClassicLoadBalancer balancer) {
    Verdict http = balancer.listeners().any(each -> each.at("Protocol").isOneOf("HTTP"));
    Verdict tcp = balancer.listeners().any(each -> each.at("Protocol").isOneOf("TCP"));
    var evidence = balancer.resource().evidence("a TCP listener may carry TLS of its own");
    return Judgement.of(List.of(Claim.of(http), Claim.of(tcp).at(Severity.LOW, evidence)));
  }
}
