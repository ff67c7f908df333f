package dev.postern.rules.messaging;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.messaging.KafkaCluster;

/// MSK encrypts between clients and brokers, and between brokers, unless it is told otherwise.
/// `TLS_PLAINTEXT` accepts both: the client that was set up last in a hurry speaks plain text.
///
/// ```yaml finding
/// Resources:
///   Events:
///     Type: AWS::MSK::Cluster
///     Properties:
///       EncryptionInfo:
///         EncryptionInTransit: {ClientBroker: TLS_PLAINTEXT} # here
/// ```
///
/// ```hcl finding
/// resource "aws_msk_cluster" "events" {
///   cluster_name = "events"
///   encryption_info {
///     encryption_in_transit {
///       client_broker = "PLAINTEXT" # here
///     }
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Events:
///     Type: AWS::MSK::Cluster
///     Properties:
///       ClusterName: events
/// ```
///
/// ```hcl clean
/// resource "aws_msk_cluster" "events" {
///   cluster_name = "events"
///   encryption_info {
///     encryption_in_transit {
///       client_broker = "TLS"
///       in_cluster    = true
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
///       EncryptionInfo:
///         EncryptionInTransit: {InCluster: !Ref Given}
/// ```
@Rule(
    title = "Kafka cluster talks without TLS",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `ClientBroker` to `TLS` and `InCluster` to true",
    price = "clients that do not use TLS are refused")
public final class KafkaAllowsPlaintext implements LocalCheck<KafkaCluster> {
  @Override
  public Judgement judge(KafkaCluster kafkaCluster) {
    return Judgement.of(
        kafkaCluster
            .clientTransport()
            .is("TLS")
            .not()
            .or(kafkaCluster.brokerTransport().is(false)));
  }
}
