package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An event that Lambda fetches: an event source mapping, and what the role needs to read there.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html">event
///   source mappings</a>
record PullEvent(Event event) {
  private static final List<String> SECRETS_OF_KAFKA =
      List.of(
          "SASL_SCRAM_256_AUTH",
          "SASL_SCRAM_512_AUTH",
          "BASIC_AUTH",
          "CLIENT_CERTIFICATE_TLS_AUTH");

  void make() {
    Props sam = event.sam();
    Props failure = sam.inside("DestinationConfig").inside("OnFailure");
    Props mapping =
        Props.none(sam.origin())
            .with("FunctionName", event.target().name(sam.origin()))
            .with("EventSourceArn", source())
            .taking(
                sam,
                "StartingPosition",
                "StartingPositionTimestamp",
                "BatchSize",
                "Enabled",
                "MaximumBatchingWindowInSeconds",
                "MaximumRetryAttempts",
                "BisectBatchOnFunctionError",
                "MaximumRecordAgeInSeconds",
                "ParallelizationFactor",
                "Topics",
                "Queues",
                "SourceAccessConfigurations",
                "TumblingWindowInSeconds",
                "FunctionResponseTypes",
                "FilterCriteria",
                "KmsKeyArn",
                "ScalingConfig",
                "ProvisionedPollerConfig",
                "MetricsConfig",
                "LoggingConfig",
                "DestinationConfig");
    if (failure.has("Type")) {
      mapping =
          mapping.changing(
              "DestinationConfig", d -> d.changing("OnFailure", f -> f.without("Type")));
    }
    event.add(event.id(), "AWS::Lambda::EventSourceMapping", ofSource(mapping));
    event
        .target()
        .role()
        .ifPresent(role -> {
          managedPolicy().ifPresent(name -> role.addManaged(name, sam.origin()));
          statements().ifPresent(role::addInline);
          failure
              .find("Destination")
              .ifPresent(arn ->
                  InvokeConfig.Destination.policy(
                          failure.word("Type").orElse(""), arn, event.id(), event.stack())
                      .ifPresent(role::addInline));
        });
  }

  private Optional<Value<Node>> source() {
    return switch (event.type()) {
      case "SQS" -> event.sam().find("Queue");
      case "MQ" -> event.sam().find("Broker");
      case "DocumentDB" -> event.sam().find("Cluster");
      default -> event.sam().find("Stream");
    };
  }

  private Props ofSource(Props mapping) {
    Props sam = event.sam();
    Props kafka = Props.none(sam.origin()).taking(sam, "ConsumerGroupId", "SchemaRegistryConfig");
    return switch (event.type()) {
      case "MSK" ->
          kafka.isEmpty() ? mapping : mapping.with("AmazonManagedKafkaEventSourceConfig", kafka);
      case "SelfManagedKafka" -> {
        Props servers = Props.none(sam.origin()).taking(sam, "KafkaBootstrapServers");
        Props own =
            mapping.with(
                "SelfManagedEventSource", Props.none(sam.origin()).with("Endpoints", servers));
        yield kafka.isEmpty() ? own : own.with("SelfManagedKafkaEventSourceConfig", kafka);
      }
      case "DocumentDB" ->
          mapping.with(
              "DocumentDBEventSourceConfig",
              Props.none(sam.origin())
                  .taking(sam, "DatabaseName", "CollectionName", "FullDocument"));
      default -> mapping;
    };
  }

  private Optional<String> managedPolicy() {
    return switch (event.type()) {
      case "SQS" -> Optional.of("service-role/AWSLambdaSQSQueueExecutionRole");
      case "Kinesis" -> Optional.of("service-role/AWSLambdaKinesisExecutionRole");
      case "DynamoDB" -> Optional.of("service-role/AWSLambdaDynamoDBExecutionRole");
      case "MSK" -> Optional.of("service-role/AWSLambdaMSKExecutionRole");
      default -> Optional.empty();
    };
  }

  private Optional<Value<Node>> statements() {
    Origin origin = event.origin();
    var all = new ArrayList<Value<Node>>();
    return switch (event.type()) {
      case "MSK" -> {
        addRegistry(all);
        uris("CLIENT_CERTIFICATE_TLS_AUTH").forEach(uri -> all.add(secret(uri)));
        yield all.isEmpty()
            ? Optional.empty()
            : Optional.of(Document.policy("MSKExecutionRolePolicy", origin, all));
      }
      case "MQ" -> {
        uris("BASIC_AUTH").forEach(uri -> all.add(secret(uri)));
        source().ifPresent(arn -> all.add(Document.allow(arn, origin, "mq:DescribeBroker")));
        addKey(all);
        String name =
            event.sam().isTrue("DynamicPolicyName")
                ? event.id() + "AMQPolicy"
                : "SamAutoGeneratedAMQPolicy";
        yield Optional.of(Document.policy(name, origin, all));
      }
      case "DocumentDB" -> {
        addDocumentDb(all);
        yield Optional.of(Document.policy("SamAutoGeneratedDocumentDBPolicy", origin, all));
      }
      case "SelfManagedKafka" -> {
        SECRETS_OF_KAFKA.forEach(type -> uris(type).forEach(uri -> all.add(secret(uri))));
        if (!uris("SERVER_ROOT_CA_CERTIFICATE").isEmpty() && !all.isEmpty()) {
          // INVARIANT: the transform grants the secret of the authentication twice instead
          all.add(all.getFirst());
        }
        if (!uris("VPC_SUBNET").isEmpty() && !uris("VPC_SECURITY_GROUP").isEmpty()) {
          all.add(network());
        }
        addKey(all);
        addRegistry(all);
        yield Optional.of(
            Props.changed(
                Document.policy("SelfManagedKafkaExecutionRolePolicy", origin, all),
                policy -> policy.changing("PolicyDocument", d -> d.with("Version", "2012-10-17"))));
      }
      default -> Optional.empty();
    };
  }

  private void addDocumentDb(List<Value<Node>> all) {
    Origin origin = event.origin();
    uris("BASIC_AUTH").forEach(uri -> all.add(secret(uri)));
    all.add(Document.allow(rds("cluster-pg:*"), origin, "rds:DescribeDBClusterParameters"));
    all.add(Document.allow(rds("subgrp:*"), origin, "rds:DescribeDBSubnetGroups"));
    source().ifPresent(arn -> all.add(Document.allow(arn, origin, "rds:DescribeDBClusters")));
    all.add(network());
    addKey(all);
  }

  private Value<Node> rds(String resource) {
    String arn = "arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:" + resource;
    return event.stack().pattern().fill(arn, event.origin());
  }

  private List<Value<Node>> uris(String type) {
    return event.sam().list("SourceAccessConfigurations").stream()
        .map(Props::of)
        .filter(access -> access.is("Type", type))
        .flatMap(access -> access.find("URI").stream())
        .toList();
  }

  private static Value<Node> secret(Value<Node> uri) {
    return Document.allow(uri, uri.origin(), "secretsmanager:GetSecretValue");
  }

  private Value<Node> network() {
    return Document.allow(
        Document.any(event.origin()),
        event.origin(),
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeVpcs",
        "ec2:DescribeSubnets",
        "ec2:DescribeSecurityGroups");
  }

  private void addKey(List<Value<Node>> all) {
    event
        .sam()
        .find("SecretsManagerKmsKeyId")
        .ifPresent(key -> {
          String arn = "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${key}";
          Value<Node> filled = event.stack().pattern().fill(arn, key.origin(), Map.of("key", key));
          all.add(Document.allow(filled, key.origin(), "kms:Decrypt"));
        });
  }

  private void addRegistry(List<Value<Node>> all) {
    new SchemaRegistry(event.sam().inside("SchemaRegistryConfig"), event.stack())
        .statements()
        .forEach(all::add);
  }
}
