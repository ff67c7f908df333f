package dev.postern.view.athena;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An Athena workgroup.
public record WorkGroup(Resource resource) implements View {
  public static final ViewType<WorkGroup> TYPE =
      ViewType.of("AWS::Athena::WorkGroup", WorkGroup::new);

  public Property resultEncryption() {
    return resource.at("WorkGroupConfiguration", "ResultConfiguration", "EncryptionConfiguration");
  }

  public Property managedResults() {
    return resource.at("WorkGroupConfiguration", "ManagedQueryResultsConfiguration", "Enabled");
  }

  public Property enforced() {
    return resource.at("WorkGroupConfiguration", "EnforceWorkGroupConfiguration");
  }
}
