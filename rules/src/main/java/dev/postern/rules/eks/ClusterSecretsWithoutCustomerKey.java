package dev.postern.rules.eks;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.eks.Cluster;

/// EKS encrypts its data with a key of AWS's own. A customer key for Kubernetes secrets adds a lock
/// whose use is recorded, and which can be taken away.
///
/// ```yaml finding
/// Resources:
///   Main: # here
///     Type: AWS::EKS::Cluster
///     Properties:
///       Name: main
/// ```
///
/// ```yaml clean
/// Resources:
///   Main:
///     Type: AWS::EKS::Cluster
///     Properties:
///       EncryptionConfig:
///         - Resources: [secrets]
///           Provider: {KeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k"}
/// ```
///
/// ```hcl finding
/// resource "aws_eks_cluster" "main" { # here
///   name = "main"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_eks_cluster" "main" {
///   encryption_config {
///     resources = ["secrets"]
///     provider {
///       key_arn = "arn:aws:kms:eu-west-1:111122223333:key/k"
///     }
///   }
/// }
/// ```
@Rule(
    title = "Kubernetes secrets are not encrypted with a customer key",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "set `EncryptionConfig` with a customer key for `secrets`",
    price = "the key cannot be changed later, and the cluster stops working without it")
public final class ClusterSecretsWithoutCustomerKey implements LocalCheck<Cluster> {
  @Override
  public Judgement judge(Cluster cluster) {
    return Judgement.of(cluster.encryption().isWritten().not().saying("no customer key"));
  }
}
