package dev.postern.rules.messaging;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.messaging.KafkaCluster;

/// With public access every broker gets an elastic IP address, and authentication and the security
/// group are what stands between the topics and the Internet.
///
/// It is off where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Events:
///     Type: AWS::MSK::Cluster
///     Properties:
///       BrokerNodeGroupInfo:
///         ConnectivityInfo:
///           PublicAccess: {Type: SERVICE_PROVIDED_EIPS} # here
/// ```
///
/// ```hcl finding
/// resource "aws_msk_cluster" "events" {
///   cluster_name = "events"
///   broker_node_group_info {
///     connectivity_info {
///       public_access {
///         type = "SERVICE_PROVIDED_EIPS" # here
///       }
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
///       BrokerNodeGroupInfo:
///         ConnectivityInfo:
///           PublicAccess: {Type: !Ref Given}
/// ```
@Rule(
    title = "Kafka brokers have public addresses",
    severity = Severity.HIGH,
    serves = {"P2.3"},
    fix = "turn public access off and reach the brokers from the VPC",
    price = "clients outside the network lose their connection")
public final class KafkaPubliclyAccessible implements LocalCheck<KafkaCluster> {
  @Override
  public Judgement judge(KafkaCluster kafkaCluster) {
    return Judgement.of(kafkaCluster.publicAccess().is("SERVICE_PROVIDED_EIPS"));
  }
}
