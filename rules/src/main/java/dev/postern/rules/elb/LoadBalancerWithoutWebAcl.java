package dev.postern.rules.elb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.elb.LoadBalancer;

/// A web ACL in front of an Application Load Balancer that serves the Internet turns away floods,
/// known attack patterns and bad addresses before they reach the application. None in this review
/// names this load balancer.
///
/// Load balancers for which it is not known whether they serve the Internet leave it open.
///
/// ```yaml finding
/// Resources:
///   Front: # here
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Scheme: internet-facing
/// ```
///
/// ```hcl finding
/// resource "aws_lb" "front" { # here
///   internal = false
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Scheme: internet-facing
///   Wall:
///     Type: AWS::WAFv2::WebACLAssociation
///     Properties: {ResourceArn: !Ref Front, WebACLArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"}
/// ```
///
/// ```hcl clean
/// resource "aws_lb" "front" {
///   internal = false
/// }
///
/// resource "aws_wafv2_web_acl_association" "wall" {
///   resource_arn = aws_lb.front.arn
///   web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Scheme: {Type: String}
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Scheme: !Ref Scheme
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Front:
///     Type: AWS::ElasticLoadBalancingV2::LoadBalancer
///     Properties:
///       Scheme: internal
/// ```
@Rule(
    title = "no web ACL protects this load balancer on the Internet",
    severity = Severity.LOW,
    serves = {"P2.3"},
    fix = "associate a WAFv2 web ACL with it",
    price = "a web ACL may refuse requests that it takes for attacks")
public final class LoadBalancerWithoutWebAcl implements LocalCheck<LoadBalancer> {

  @Override
  public Judgement judge(LoadBalancer balancer) {
    boolean bare = !balancer.hasWebAcl();
    return Judgement.where(
        balancer.isApplication().and(balancer.isInternetFacing()),
        balancer.resource().saying(bare, "no web ACL association names it"));
  }
}
