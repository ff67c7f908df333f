package dev.postern.view.rds;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An RDS Proxy.
public record Proxy(Resource resource) implements View {
  public static final ViewType<Proxy> TYPE = ViewType.of("AWS::RDS::DBProxy", Proxy::new);

  public Property requireTls() {
    return resource.at("RequireTLS");
  }
}
