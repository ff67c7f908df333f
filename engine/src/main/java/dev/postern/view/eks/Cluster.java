package dev.postern.view.eks;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An EKS cluster.
public record Cluster(Resource resource) implements View {
  public static final ViewType<Cluster> TYPE = ViewType.of("AWS::EKS::Cluster", Cluster::new);

  /// Whether its API server has a public address.
  public Property publicEndpoint() {
    return resource.at("ResourcesVpcConfig", "EndpointPublicAccess");
  }

  /// The CIDR blocks that may reach the public address.
  public Property publicSources() {
    return resource.at("ResourcesVpcConfig", "PublicAccessCidrs");
  }

  /// Which resources a customer key encrypts.
  public Property encryption() {
    return resource.at("EncryptionConfig");
  }

  /// The control-plane logs that are kept.
  public Property logTypes() {
    return resource.at("Logging", "ClusterLogging", "EnabledTypes");
  }
}
