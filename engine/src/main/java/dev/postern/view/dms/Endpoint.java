package dev.postern.view.dms;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A DMS endpoint.
public record Endpoint(Resource resource) implements View {
  public static final ViewType<Endpoint> TYPE = ViewType.of("AWS::DMS::Endpoint", Endpoint::new);

  public Property sslMode() {
    return resource.at("SslMode");
  }

  public Property engine() {
    return resource.at("EngineName");
  }
}
