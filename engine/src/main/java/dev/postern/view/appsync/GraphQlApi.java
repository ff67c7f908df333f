package dev.postern.view.appsync;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An AppSync API.
public record GraphQlApi(Resource resource) implements View {
  public static final ViewType<GraphQlApi> TYPE =
      ViewType.of("AWS::AppSync::GraphQLApi", GraphQlApi::new);

  /// How it knows its callers.
  public Property authentication() {
    return resource.at("AuthenticationType");
  }

  /// Which resolvers are logged.
  public Property logLevel() {
    return resource.at("LogConfig", "FieldLogLevel");
  }
}
