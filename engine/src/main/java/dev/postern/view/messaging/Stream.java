package dev.postern.view.messaging;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A Kinesis data stream.
public record Stream(Resource resource) implements View {
  public static final ViewType<Stream> TYPE = ViewType.of("AWS::Kinesis::Stream", Stream::new);

  public Property encryption() {
    return resource.at("StreamEncryption", "EncryptionType");
  }
}
