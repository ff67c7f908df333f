package dev.postern.view.batch;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// What a Batch job runs.
public record JobDefinition(Resource resource) implements View {
  public static final ViewType<JobDefinition> TYPE =
      ViewType.of("AWS::Batch::JobDefinition", JobDefinition::new);

  /// Whether its container runs privileged.
  public Property privileged() {
    return resource.at("ContainerProperties", "Privileged");
  }
}
