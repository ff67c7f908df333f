package dev.postern.view.rds;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.List;

/// What clients of a database connect to, and whether it has a public address.
public record DatabaseEndpoint(Resource resource) implements View {
  public static final ViewType<DatabaseEndpoint> TYPE =
      new ViewType<>(
          List.of(
              "AWS::RDS::DBInstance",
              "AWS::RDS::DBCluster",
              "AWS::Neptune::DBInstance",
              "AWS::Redshift::Cluster",
              "AWS::RedshiftServerless::Workgroup"),
          (resource, _) -> new DatabaseEndpoint(resource));

  public Property publiclyAccessible() {
    return resource.at("PubliclyAccessible");
  }

  /// Whether AWS decides by the VPC where nothing is written: RDS in CloudFormation.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance</a>
  public boolean isDecidedByVpc() {
    return resource.type().equals("AWS::RDS::DBInstance")
        && resource.unit().kind() == Unit.Kind.CLOUDFORMATION;
  }

  /// Whether the default is the Terraform provider's and differs between its versions.
  public boolean isDecidedByProvider() {
    return resource.type().equals("AWS::Redshift::Cluster")
        && resource.unit().kind() == Unit.Kind.TERRAFORM;
  }

  /// Undecided with `why`, placed at the resource.
  public Verdict undecided(String why) {
    return Verdict.undecided(resource.evidence(why));
  }
}
