package dev.postern.rules.messaging;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.messaging.Broker;

/// A public broker of Amazon MQ has an address on the Internet, and its console with it; a user
/// name and a password are what stands before the queues, and for RabbitMQ no security group does.
///
/// ```yaml finding
/// Resources:
///   Jobs:
///     Type: AWS::AmazonMQ::Broker
///     Properties:
///       EngineType: RABBITMQ
///       PubliclyAccessible: true # here
/// ```
///
/// ```hcl finding
/// resource "aws_mq_broker" "jobs" {
///   broker_name         = "jobs"
///   engine_type         = "RabbitMQ"
///   publicly_accessible = true # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Jobs:
///     Type: AWS::AmazonMQ::Broker
///     Properties:
///       EngineType: RABBITMQ
///       PubliclyAccessible: false
/// ```
///
/// ```hcl clean
/// resource "aws_mq_broker" "jobs" {
///   broker_name = "jobs"
///   engine_type = "RabbitMQ"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Jobs:
///     Type: AWS::AmazonMQ::Broker
///     Properties:
///       EngineType: RABBITMQ
///       PubliclyAccessible: !Ref Given
/// ```
@Rule(
    title = "message broker has a public address",
    severity = Severity.HIGH,
    serves = {"P2.3"},
    fix = "set `PubliclyAccessible` to false; an existing broker is replaced",
    price = "the broker is replaced; clients outside the network lose their connection")
public final class BrokerPubliclyAccessible implements LocalCheck<Broker> {
  @Override
  public Judgement judge(Broker broker) {
    return Judgement.of(broker.publiclyAccessible().is(true));
  }
}
