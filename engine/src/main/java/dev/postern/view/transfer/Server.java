package dev.postern.view.transfer;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A Transfer Family server.
public record Server(Resource resource) implements View {
  public static final ViewType<Server> TYPE = ViewType.of("AWS::Transfer::Server", Server::new);

  /// The protocols that it speaks.
  public Property protocols() {
    return resource.at("Protocols");
  }
}
