package dev.postern.view.ecs;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An ECS cluster.
public record Cluster(Resource resource) implements View {
  public static final ViewType<Cluster> TYPE = ViewType.of("AWS::ECS::Cluster", Cluster::new);

  /// Its settings, by name and value.
  public Property settings() {
    return resource.at("ClusterSettings");
  }

  /// Where sessions of ECS Exec are logged; `NONE` for nowhere.
  public Property sessionLogging() {
    return resource.at("Configuration", "ExecuteCommandConfiguration", "Logging");
  }
}
