package dev.postern.view.rds;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import java.util.List;

/// A data store whose engine AWS patches by itself unless told not to.
public record Upgraded(Resource resource) implements View {
  public static final ViewType<Upgraded> TYPE =
      new ViewType<>(
          List.of(
              "AWS::RDS::DBInstance",
              "AWS::DocDB::DBInstance",
              "AWS::Neptune::DBInstance",
              "AWS::ElastiCache::ReplicationGroup",
              "AWS::MemoryDB::Cluster",
              "AWS::DMS::ReplicationInstance"),
          (resource, _) -> new Upgraded(resource));

  public Property autoMinorVersionUpgrade() {
    return resource.at("AutoMinorVersionUpgrade");
  }
}
