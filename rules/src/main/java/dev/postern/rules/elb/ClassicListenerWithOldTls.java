package dev.postern.rules.elb;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.elb.ClassicLoadBalancer;

/// TLS 1.0 and 1.1 have been retired since 2021 (RFC 8996). A negotiation policy of a Classic Load
/// Balancer that takes them, by a predefined policy before TLS 1.2 or by switching the protocols
/// on, lets an attacker on the way talk both sides down to them.
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners: [{LoadBalancerPort: "443", InstancePort: "80", Protocol: HTTPS}]
///       Policies:
///         - PolicyName: tls
///           PolicyType: SSLNegotiationPolicyType
///           Attributes: [{Name: Reference-Security-Policy, Value: ELBSecurityPolicy-2016-08}] # here
/// ```
///
/// ```hcl finding
/// resource "aws_load_balancer_policy" "tls" {
///   load_balancer_name = aws_elb.front.name
///   policy_name        = "tls"
///   policy_type_name   = "SSLNegotiationPolicyType"
///   policy_attribute {
///     name  = "Reference-Security-Policy"
///     value = "ELBSecurityPolicy-2016-08" # here
///   }
/// }
/// resource "aws_elb" "front" {
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners: [{LoadBalancerPort: "443", InstancePort: "80", Protocol: HTTPS}]
///       Policies:
///         - PolicyName: tls
///           PolicyType: SSLNegotiationPolicyType
///           Attributes: [{Name: Reference-Security-Policy, Value: ELBSecurityPolicy-TLS-1-2-2017-01}]
/// ```
///
/// ```hcl clean
/// resource "aws_load_balancer_policy" "tls" {
///   load_balancer_name = aws_elb.front.name
///   policy_name        = "tls"
///   policy_type_name   = "SSLNegotiationPolicyType"
///   policy_attribute {
///     name  = "Reference-Security-Policy"
///     value = "ELBSecurityPolicy-TLS-1-2-2017-01"
///   }
/// }
/// resource "aws_elb" "front" {
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners: [{LoadBalancerPort: "443", InstancePort: "80", Protocol: HTTPS}]
///       Policies:
///         - PolicyName: tls
///           PolicyType: SSLNegotiationPolicyType
///           Attributes: [{Name: Protocol-TLSv1, Value: "true"}] # here
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Tls: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancing::LoadBalancer
///     Properties:
///       Listeners: [{LoadBalancerPort: "443", InstancePort: "80", Protocol: HTTPS}]
///       Policies:
///         - PolicyName: tls
///           PolicyType: SSLNegotiationPolicyType
///           Attributes: [{Name: Reference-Security-Policy, Value: !Ref Tls}]
/// ```
@Rule(
    title = "Classic Load Balancer accepts TLS 1.0 or 1.1",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "name the predefined policy `ELBSecurityPolicy-TLS-1-2-2017-01`",
    price = "clients that know no TLS 1.2 fail")
public final class ClassicListenerWithOldTls implements LocalCheck<ClassicLoadBalancer> {

  @Override
  public Judgement judge(ClassicLoadBalancer balancer) {
    return Judgement.of(
        balancer
            .policies()
            .any(policy -> policy.at("Attributes").any(ClassicListenerWithOldTls::isOld)));
  }

  private static Verdict isOld(Property attribute) {
    Property value = attribute.at("Value");
    Verdict predefined =
        attribute
            .at("Name")
            .is("Reference-Security-Policy")
            .and(value.text().decide(TlsPolicies::isOld));
    Verdict switched =
        attribute.at("Name").isOneOf("Protocol-TLSv1", "Protocol-TLSv1.1", "Protocol-SSLv3");
    return predefined
        .or(switched.and(value.is(true)))
        .showing(new Evidence(value.value().origin(), "accepts TLS 1.0 or 1.1"));
  }
}
