package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import java.util.List;

/// An elastic IP address, or its association with something.
public record ElasticIp(Resource resource) implements View {
  public static final ViewType<ElasticIp> TYPE =
      new ViewType<>(
          List.of("AWS::EC2::EIP", "AWS::EC2::EIPAssociation"),
          (resource, _) -> new ElasticIp(resource));

  /// The instance that it is attached to.
  public Property instanceId() {
    return resource.at("InstanceId");
  }
}
