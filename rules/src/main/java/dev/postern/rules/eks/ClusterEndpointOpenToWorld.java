package dev.postern.rules.eks;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.eks.Cluster;

/// Kubernetes asks callers who they are, but a flaw in the API server or a leaked token is then
/// enough from anywhere. AWS makes the endpoint public and opens it to `0.0.0.0/0` where nothing is
/// said (API reference, `VpcConfigRequest`).
///
/// ```yaml finding
/// Resources:
///   Main: # here
///     Type: AWS::EKS::Cluster
///     Properties:
///       Name: main
/// ```
///
/// ```yaml finding
/// Resources:
///   Main:
///     Type: AWS::EKS::Cluster
///     Properties:
///       ResourcesVpcConfig:
///         PublicAccessCidrs: [0.0.0.0/0] # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Main:
///     Type: AWS::EKS::Cluster
///     Properties:
///       ResourcesVpcConfig: {PublicAccessCidrs: [203.0.113.0/24]}
///   Inner:
///     Type: AWS::EKS::Cluster
///     Properties:
///       ResourcesVpcConfig: {EndpointPublicAccess: false, EndpointPrivateAccess: true}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Office: {Type: String}
/// Resources:
///   Main:
///     Type: AWS::EKS::Cluster
///     Properties:
///       ResourcesVpcConfig: {PublicAccessCidrs: [!Ref Office]}
/// ```
///
/// ```hcl finding
/// resource "aws_eks_cluster" "main" {
///   vpc_config {
///     subnet_ids          = ["subnet-1"]
///     public_access_cidrs = ["0.0.0.0/0"] # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_eks_cluster" "main" {
///   vpc_config {
///     subnet_ids             = ["subnet-1"]
///     endpoint_public_access = false
///   }
/// }
/// ```
@Rule(
    title = "the cluster's API server is reachable from everywhere",
    severity = Severity.HIGH,
    serves = {"P2.3"},
    fix =
        "set `EndpointPublicAccess: false` with `EndpointPrivateAccess: true`, or name the networks"
            + " in `PublicAccessCidrs`",
    price = "kubectl then works only from the VPC or from those networks")
public final class ClusterEndpointOpenToWorld implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    return Judgement.of(
        cluster
            .publicSources()
            .any(cidr -> cidr.isOneOf("0.0.0.0/0", "::/0"))
            .saying("every address")
            .and(cluster.publicEndpoint().is(true)));
  }
}
