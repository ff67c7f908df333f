package dev.postern.view.redshift;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import java.util.Optional;

/// A provisioned Redshift cluster.
public record Cluster(Resource resource, Cloud cloud) implements View {
  public static final ViewType<Cluster> TYPE =
      ViewType.linked("AWS::Redshift::Cluster", Cluster::new);

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

  /// The name of its parameter group.
  public Property parameterGroup() {
    return resource.at("ClusterParameterGroupName");
  }

  /// The parameter group that `name` names, when it is reviewed too.
  public Optional<Resource> parameterGroup(Text name) {
    return cloud.target(resource, name, "AWS::Redshift::ClusterParameterGroup");
  }
}
