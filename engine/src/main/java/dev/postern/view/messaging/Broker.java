package dev.postern.view.messaging;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An Amazon MQ broker.
public record Broker(Resource resource) implements View {
  public static final ViewType<Broker> TYPE = ViewType.of("AWS::AmazonMQ::Broker", Broker::new);

  public Property publiclyAccessible() {
    return resource.at("PubliclyAccessible");
  }
}
