package dev.postern.rules.eks;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.eks.NodeGroup;

/// A managed node group with an SSH key and without source groups gets a security group that opens
/// port 22 to `0.0.0.0/0` (API reference, `RemoteAccessConfig`).
///
/// ```yaml finding
/// Resources:
///   Nodes:
///     Type: AWS::EKS::Nodegroup
///     Properties:
///       RemoteAccess:
///         Ec2SshKey: ops # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Nodes:
///     Type: AWS::EKS::Nodegroup
///     Properties:
///       RemoteAccess:
///         Ec2SshKey: ops
///         SourceSecurityGroups: [sg-1]
/// ```
///
/// ```hcl finding
/// resource "aws_eks_node_group" "nodes" {
///   remote_access {
///     ec2_ssh_key = "ops" # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_eks_node_group" "nodes" {
///   cluster_name = "main"
/// }
/// ```
@Rule(
    title = "SSH to the cluster's nodes is open to the Internet",
    severity = Severity.CRITICAL,
    serves = {"F08"},
    fix =
        "remove the key pair and use Session Manager, or name the groups that may connect in"
            + " `SourceSecurityGroups`",
    price = "SSH works only from those groups")
public final class NodesOpenToSsh implements LocalCheck<NodeGroup> {
  @Override
  public Judgement judge(NodeGroup group) {
    return Judgement.of(
        group
            .sshKey()
            .isWritten()
            .saying("port 22 for everybody")
            .and(group.sshSources().isWritten().not()));
  }
}
