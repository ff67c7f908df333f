package dev.postern.view.emr;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An EMR cluster.
public record Cluster(Resource resource) implements View {
  public static final ViewType<Cluster> TYPE = ViewType.of("AWS::EMR::Cluster", Cluster::new);

  /// The configuration that encrypts its data.
  public Property securityConfiguration() {
    return resource.at("SecurityConfiguration");
  }
}
