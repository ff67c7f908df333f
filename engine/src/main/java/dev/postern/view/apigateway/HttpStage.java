package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A deployed HTTP or WebSocket API.
public record HttpStage(Resource resource) implements View {
  public static final ViewType<HttpStage> TYPE =
      ViewType.of("AWS::ApiGatewayV2::Stage", HttpStage::new);

  /// Where its access log goes.
  public Property logDestination() {
    return resource.at("AccessLogSettings", "DestinationArn");
  }
}
