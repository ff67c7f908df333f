package dev.postern.view.iam;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An access key of an IAM user.
public record AccessKey(Resource resource) implements View {
  public static final ViewType<AccessKey> TYPE = ViewType.of("AWS::IAM::AccessKey", AccessKey::new);

  /// `Active`, which is also taken where nothing is written, or `Inactive`.
  public Property status() {
    return resource.at("Status");
  }
}
