package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elb.Listener;

/// What clients send to a plain HTTP listener, cookies and passwords among it, can be read and
/// changed on the way. A listener on HTTP may do one thing: send every request to HTTPS.
///
/// The default actions and all rules of the listener count. Listeners of Network Load Balancers are
/// not judged here: what runs through TCP may be encrypted by itself.
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/f/1
///       Port: 80
///       Protocol: HTTP # here
///       DefaultActions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: "200"}}]
/// ```
///
/// ```hcl finding
/// resource "aws_lb_listener" "front" {
///   load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/1"
///   port              = 80
///   protocol          = "HTTP" # here
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
///       LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/f/1
///       Port: 80
///       Protocol: HTTP
///       DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]
/// ```
///
/// ```hcl clean
/// resource "aws_lb_listener" "front" {
///   load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/1"
///   port              = 80
///   protocol          = "HTTP"
///   default_action {
///     type = "redirect"
///     redirect {
///       protocol    = "HTTPS"
///       status_code = "HTTP_301"
///     }
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Protocol: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/f/1
///       Port: 443
///       Protocol: !Ref Protocol
///       DefaultActions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: "200"}}]
/// ```
///
/// ```yaml finding
/// Resources:
///   Plain:
///     Type: AWS::ElasticLoadBalancingV2::Listener
///     Properties:
///       Port: 80
///       Protocol: HTTP # here
///       DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]
///   Old:
///     Type: AWS::ElasticLoadBalancingV2::ListenerRule
///     Properties:
///       ListenerArn: !Ref Plain
///       Priority: 1
///       Actions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: "200"}}]
/// ```
@Rule(
    title = "listener serves plain HTTP",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "listen on HTTPS and let the HTTP listener redirect every request there",
    price = "clients that cannot speak TLS fail")
public final class ListenerWithoutTls implements LocalCheck<Listener> {

  @Override
  public Judgement judge(Listener listener) {
    Verdict http = listener.protocol().isOneOf("HTTP");
    return Judgement.of(http.and(listener.redirectsToHttps().not()));
  }
}
