package dev.postern.view.redshift;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A provisioned Redshift cluster.
public record Cluster(Resource resource) implements View {
  public static final ViewType<Cluster> TYPE = ViewType.of("AWS::Redshift::Cluster", Cluster::new);

  public Property encrypted() {
    return resource.at("Encrypted");
  }

  /// Whether the Terraform provider decides what is not written.
  public boolean isTerraform() {
    return resource.unit().kind() == Unit.Kind.TERRAFORM;
  }

  public Property enhancedVpcRouting() {
    return resource.at("EnhancedVpcRouting");
  }

  public Property auditLogging() {
    return resource.at("LoggingProperties");
  }
}
