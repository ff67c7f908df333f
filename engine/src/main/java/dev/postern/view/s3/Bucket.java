package dev.postern.view.s3;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An S3 bucket with the settings that belong to it alone.
public record Bucket(Resource resource) implements View {
  public static final ViewType<Bucket> TYPE = ViewType.of("AWS::S3::Bucket", Bucket::new);

  /// The rules of its default encryption.
  public Property encryption() {
    return resource.at("BucketEncryption", "ServerSideEncryptionConfiguration");
  }
}
