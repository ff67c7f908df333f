package dev.postern.rules.messaging;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.messaging.KafkaCluster;

/// Without authentication every client that reaches a broker reads and writes every topic. A
/// cluster that names no way to authenticate lets clients in without one, and one that says
/// `Unauthenticated` lets them in beside the others.
///
/// ```yaml finding
/// Resources:
///   Events:
///     Type: AWS::MSK::Cluster
///     Properties:
///       ClientAuthentication:
///         Unauthenticated: {Enabled: true} # here
/// ```
///
/// ```hcl finding
/// resource "aws_msk_cluster" "events" { # here
///   cluster_name = "events"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Events:
///     Type: AWS::MSK::Cluster
///     Properties:
///       ClientAuthentication: {Sasl: {Iam: {Enabled: true}}}
/// ```
///
/// ```hcl clean
/// resource "aws_msk_cluster" "events" {
///   cluster_name = "events"
///   client_authentication {
///     sasl {
///       iam = true
///     }
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Events:
///     Type: AWS::MSK::Cluster
///     Properties:
///       ClientAuthentication: {Unauthenticated: {Enabled: !Ref Given}}
/// ```
@Rule(
    title = "Kafka cluster answers anybody who reaches it",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "turn on IAM, SCRAM or mutual TLS and turn unauthenticated access off",
    price = "clients without credentials are refused")
public final class KafkaWithoutAuthentication implements LocalCheck<KafkaCluster> {
  @Override
  public Judgement judge(KafkaCluster kafkaCluster) {
    Verdict none = kafkaCluster.authentication().isWritten().not().saying("no way to authenticate");
    return Judgement.of(kafkaCluster.unauthenticated().is(true).or(none));
  }
}
