package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A deployed REST API.
public record Stage(Resource resource) implements View {
  public static final ViewType<Stage> TYPE = ViewType.of("AWS::ApiGateway::Stage", Stage::new);

  /// Where its access log goes.
  public Property logDestination() {
    return resource.at("AccessLogSetting", "DestinationArn");
  }

  /// Settings of single methods, or of all (`*`).
  public Property methodSettings() {
    return resource.at("MethodSettings");
  }

  /// Whether it has a cache.
  public Property cacheEnabled() {
    return resource.at("CacheClusterEnabled");
  }

  /// Whether X-Ray follows its requests.
  public Property tracing() {
    return resource.at("TracingEnabled");
  }
}
