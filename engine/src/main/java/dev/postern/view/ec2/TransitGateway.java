package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A transit gateway.
public record TransitGateway(Resource resource) implements View {
  public static final ViewType<TransitGateway> TYPE =
      ViewType.of("AWS::EC2::TransitGateway", TransitGateway::new);

  /// `enable` or `disable`.
  public Property autoAcceptSharedAttachments() {
    return resource.at("AutoAcceptSharedAttachments");
  }
}
