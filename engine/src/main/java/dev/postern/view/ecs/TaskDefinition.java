package dev.postern.view.ecs;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// What an ECS task runs.
public record TaskDefinition(Resource resource) implements View {
  public static final ViewType<TaskDefinition> TYPE =
      ViewType.of("AWS::ECS::TaskDefinition", TaskDefinition::new);

  /// Its containers.
  public Property containers() {
    return resource.at("ContainerDefinitions");
  }

  /// How containers reach the network: `host` shares the instance's.
  public Property networkMode() {
    return resource.at("NetworkMode");
  }

  /// Whose processes containers see: `host` for the instance's.
  public Property processes() {
    return resource.at("PidMode");
  }

  /// Whose shared memory containers see: `host` for the instance's.
  public Property memory() {
    return resource.at("IpcMode");
  }

  /// Its volumes.
  public Property volumes() {
    return resource.at("Volumes");
  }
}
