package dev.postern.view.dynamodb;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A DynamoDB table.
public record Table(Resource resource) implements View {
  public static final ViewType<Table> TYPE = ViewType.of("AWS::DynamoDB::Table", Table::new);

  public Property pointInTimeRecovery() {
    return resource.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled");
  }

  public Property deletionProtection() {
    return resource.at("DeletionProtectionEnabled");
  }
}
