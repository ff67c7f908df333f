package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.List;

/// A group of subnets in which a database, a cache or a warehouse is placed.
public record SubnetGroup(Resource resource, Cloud cloud) implements View {
  public static final ViewType<SubnetGroup> TYPE =
      new ViewType<>(
          List.of(
              "AWS::RDS::DBSubnetGroup",
              "AWS::DocDB::DBSubnetGroup",
              "AWS::Neptune::DBSubnetGroup",
              "AWS::ElastiCache::SubnetGroup",
              "AWS::MemoryDB::SubnetGroup",
              "AWS::Redshift::ClusterSubnetGroup",
              "AWS::DAX::SubnetGroup"),
          SubnetGroup::new);

  public List<Property> subnetIds() {
    return SubnetIds.at(resource, List.of("SubnetIds"));
  }

  /// Whether one of its subnets is public.
  public Verdict hasPublicSubnet() {
    return SubnetIds.anyPublic(subnetIds(), cloud);
  }
}
