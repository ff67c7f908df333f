package dev.postern.view.iam;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.ViewType;
import java.util.List;

/// An IAM user.
public record User(Resource resource, Cloud cloud, List<AttachedPolicy> policies)
    implements Identity {
  public static final ViewType<User> TYPE = ViewType.linked("AWS::IAM::User", User::of);

  static User of(Resource resource, Cloud cloud) {
    return new User(resource, cloud, Attachments.ofUser(resource, cloud));
  }

  /// The policies that are the user's own, and not those of groups.
  public List<AttachedPolicy> ownPolicies() {
    return Attachments.of(resource, cloud, Attachments.USER);
  }
}
