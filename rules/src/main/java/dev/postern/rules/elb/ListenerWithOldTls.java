package dev.postern.rules.elb;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.Listener;

/// TLS 1.0 and 1.1 have been retired since 2021 (RFC 8996). A listener that still takes them lets
/// an attacker on the way talk both sides down to them.
///
/// The security policy decides. Where none is named, Elastic Load Balancing takes
/// `ELBSecurityPolicy-2016-08`, which accepts TLS 1.0, unless the listener was made in the console.
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       Port: 443
///       Protocol: HTTPS
///       SslPolicy: ELBSecurityPolicy-TLS-1-1-2017-01 # here
/// ```
///
/// ```hcl finding
/// resource "aws_lb_listener" "front" {
///   load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/1"
///   port              = 443
///   protocol          = "HTTPS"
///   ssl_policy        = "ELBSecurityPolicy-2016-08" # here
///   default_action {
///     type             = "forward"
///     target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1"
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       Port: 443
///       Protocol: HTTPS
///       SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
/// ```
///
/// ```hcl clean
/// resource "aws_lb_listener" "front" {
///   load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/1"
///   port              = 443
///   protocol          = "HTTPS"
///   ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
///   default_action {
///     type             = "forward"
///     target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1"
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Policy: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       Port: 443
///       Protocol: TLS
///       SslPolicy: !Ref Policy
/// ```
///
/// ```yaml finding
/// Resources:
///   Front: # here
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       Port: 443
///       Protocol: HTTPS
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       Port: 80
///       Protocol: HTTP
/// ```
@Rule(
    title = "listener accepts TLS 1.0 or 1.1",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix =
        "name a policy that begins with TLS 1.2, such as `ELBSecurityPolicy- "
            + "TLS13-1-2-2021-06`",
    price = "clients that know no TLS 1.2 fail")
public final class ListenerWithOldTls implements LocalCheck<Listener> {

  @Override
  public Judgement judge(Listener listener) {
    Property policy = listener.securityPolicy();
    Verdict unset =
        policy.isWritten().not().showing(listener.resource().evidence("SslPolicy is not set"));
    Verdict old = policy.text().decide(TlsPolicies::isOld);
    return Judgement.where(
        listener.protocol().isOneOf("HTTPS", "TLS"),
        unset.or(old.saying("accepts TLS 1.0 or 1.1")));
  }
}
