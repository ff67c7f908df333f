package dev.postern.view.iam;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.ViewType;
import java.util.List;

/// An IAM group.
public record Group(Resource resource, Cloud cloud, List<AttachedPolicy> policies)
    implements Identity {
  public static final ViewType<Group> TYPE = ViewType.linked("AWS::IAM::Group", Group::of);

  static Group of(Resource resource, Cloud cloud) {
    return new Group(resource, cloud, Attachments.of(resource, cloud, Attachments.GROUP));
  }
}
