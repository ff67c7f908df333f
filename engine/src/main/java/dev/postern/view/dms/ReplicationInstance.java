package dev.postern.view.dms;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A DMS replication instance.
public record ReplicationInstance(Resource resource) implements View {
  public static final ViewType<ReplicationInstance> TYPE =
      ViewType.of("AWS::DMS::ReplicationInstance", ReplicationInstance::new);

  public Property publiclyAccessible() {
    return resource.at("PubliclyAccessible");
  }
}
