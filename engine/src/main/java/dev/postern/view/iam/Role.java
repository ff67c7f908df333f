package dev.postern.view.iam;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import java.util.List;

/// An IAM role.
///
/// @param trust who may assume it
public record Role(
    Resource resource, Cloud cloud, PolicyDocument trust, List<AttachedPolicy> policies)
    implements Identity {
  public static final ViewType<Role> TYPE = ViewType.linked("AWS::IAM::Role", Role::of);

  static Role of(Resource resource, Cloud cloud) {
    return new Role(
        resource,
        cloud,
        PolicyDocument.of(resource.at("AssumeRolePolicyDocument")),
        Attachments.of(resource, cloud, Attachments.ROLE));
  }

  /// The longest session, in seconds.
  public Property maxSessionDuration() {
    return resource.at("MaxSessionDuration");
  }
}
