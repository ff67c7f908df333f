package dev.postern.view.messaging;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An SQS queue.
public record Queue(Resource resource) implements View {
  public static final ViewType<Queue> TYPE = ViewType.of("AWS::SQS::Queue", Queue::new);

  public Property managedEncryption() {
    return resource.at("SqsManagedSseEnabled");
  }

  public Property key() {
    return resource.at("KmsMasterKeyId");
  }
}
