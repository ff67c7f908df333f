package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A service of one's own that other accounts reach through their VPC endpoints.
public record EndpointService(Resource resource) implements View {
  public static final ViewType<EndpointService> TYPE =
      ViewType.of("AWS::EC2::VPCEndpointService", EndpointService::new);

  /// Whether each connection has to be accepted.
  public Property acceptanceRequired() {
    return resource.at("AcceptanceRequired");
  }
}
