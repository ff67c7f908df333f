package dev.postern.view.eks;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// The instances of an EKS cluster.
public record NodeGroup(Resource resource) implements View {
  public static final ViewType<NodeGroup> TYPE = ViewType.of("AWS::EKS::Nodegroup", NodeGroup::new);

  /// The key pair that opens SSH on its instances.
  public Property sshKey() {
    return resource.at("RemoteAccess", "Ec2SshKey");
  }

  /// The groups that may use SSH; everybody when there are none.
  public Property sshSources() {
    return resource.at("RemoteAccess", "SourceSecurityGroups");
  }
}
