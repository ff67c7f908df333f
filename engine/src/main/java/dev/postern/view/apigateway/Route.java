package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A route of an HTTP or WebSocket API.
public record Route(Resource resource) implements View {
  public static final ViewType<Route> TYPE = ViewType.of("AWS::ApiGatewayV2::Route", Route::new);

  /// Its HTTP method and path, or a WebSocket route.
  public Property key() {
    return resource.at("RouteKey");
  }

  /// How it knows its callers; `NONE` for not at all.
  public Property authorization() {
    return resource.at("AuthorizationType");
  }
}
