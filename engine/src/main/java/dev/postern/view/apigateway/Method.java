package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A method of a REST API.
public record Method(Resource resource) implements View {
  public static final ViewType<Method> TYPE = ViewType.of("AWS::ApiGateway::Method", Method::new);

  /// Its HTTP method, or `ANY`.
  public Property verb() {
    return resource.at("HttpMethod");
  }

  /// How it knows its callers; `NONE` for not at all.
  public Property authorization() {
    return resource.at("AuthorizationType");
  }

  /// Whether callers need an API key.
  public Property asksForKey() {
    return resource.at("ApiKeyRequired");
  }

  /// The API that it belongs to.
  public Property api() {
    return resource.at("RestApiId");
  }
}
