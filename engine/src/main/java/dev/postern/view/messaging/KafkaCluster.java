package dev.postern.view.messaging;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An MSK cluster.
public record KafkaCluster(Resource resource) implements View {
  public static final ViewType<KafkaCluster> TYPE =
      ViewType.of("AWS::MSK::Cluster", KafkaCluster::new);

  public Property clientTransport() {
    return resource.at("EncryptionInfo", "EncryptionInTransit", "ClientBroker");
  }

  public Property brokerTransport() {
    return resource.at("EncryptionInfo", "EncryptionInTransit", "InCluster");
  }

  public Property publicAccess() {
    return resource.at("BrokerNodeGroupInfo", "ConnectivityInfo", "PublicAccess", "Type");
  }

  public Property unauthenticated() {
    return resource.at("ClientAuthentication", "Unauthenticated", "Enabled");
  }

  public Property authentication() {
    return resource.at("ClientAuthentication");
  }
}
