package dev.postern.rules.policies;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.EndpointPolicy;

/// Through an endpoint whose policy allows everything, data leaves the network for any account's
/// bucket or queue without passing any firewall. A policy on the account or organisation of the
/// resource, or on the resources, closes that way.
///
/// Without a policy AWS attaches one that allows everything. Endpoints for private links to
/// services of others take no policy unless the service supports it.
///
/// ```yaml finding
/// Resources:
///   E: # here
///     Type: AWS::EC2::VPCEndpoint
///     Properties: {VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3}
/// ```
///
/// ```hcl finding
/// resource "aws_vpc_endpoint" "s3" {
///   vpc_id       = "vpc-1"
///   service_name = "com.amazonaws.us-east-1.s3"
///   policy = jsonencode({
///     Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Principal = "*" }] # here
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   E:
///     Type: AWS::EC2::VPCEndpoint
///     Properties:
///       VpcId: vpc-1
///       ServiceName: com.amazonaws.us-east-1.s3
///       PolicyDocument:
///         Statement:
///           Effect: Allow
///           Action: '*'
///           Resource: '*'
///           Principal: '*'
///           Condition: {StringEquals: {aws:ResourceOrgID: o-a1b2c3d4e5}}
/// ```
///
/// ```hcl clean
/// resource "aws_vpc_endpoint" "s3" {
///   vpc_id       = "vpc-1"
///   service_name = "com.amazonaws.us-east-1.s3"
///   policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*", Principal = "*" }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "VPC endpoint lets everything through",
    severity = Severity.LOW,
    serves = {"C05"},
    fix = "allow the accounts, buckets or resources that are used through the endpoint")
public final class EndpointPolicyAllowsEverything implements LocalCheck<EndpointPolicy> {

  @Override
  public Judgement judge(EndpointPolicy endpoint) {
    Verdict none = endpoint.isWritten().not().saying("without a policy AWS allows everything");
    return Judgement.of(none.or(endpoint.grants().allowsEverything().verdict()));
  }
}
