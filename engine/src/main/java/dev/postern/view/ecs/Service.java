package dev.postern.view.ecs;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An ECS service.
public record Service(Resource resource) implements View {
  public static final ViewType<Service> TYPE = ViewType.of("AWS::ECS::Service", Service::new);

  /// Whether its tasks get public addresses.
  public Property assignsPublicAddress() {
    return resource.at("NetworkConfiguration", "AwsvpcConfiguration", "AssignPublicIp");
  }
}
