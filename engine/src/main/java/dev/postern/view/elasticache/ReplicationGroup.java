package dev.postern.view.elasticache;

import dev.postern.model.Given;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;

/// An ElastiCache replication group.
public record ReplicationGroup(Resource resource) implements View {
  public static final ViewType<ReplicationGroup> TYPE =
      ViewType.of("AWS::ElastiCache::ReplicationGroup", ReplicationGroup::new);

  public Property engine() {
    return resource.at("Engine");
  }

  public Property atRestEncryption() {
    return resource.at("AtRestEncryptionEnabled");
  }

  public Property transitEncryption() {
    return resource.at("TransitEncryptionEnabled");
  }

  /// Whether it asks clients who they are: by user groups or an AUTH token.
  public Verdict authenticates() {
    return resource.at("UserGroupIds").isWritten().or(Given.isGiven(resource.at("AuthToken")));
  }
}
