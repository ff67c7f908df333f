package dev.postern.view.workspaces;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A virtual desktop.
public record Workspace(Resource resource) implements View {
  public static final ViewType<Workspace> TYPE =
      ViewType.of("AWS::WorkSpaces::Workspace", Workspace::new);

  /// Whether its system volume is encrypted.
  public Property encryptsRoot() {
    return resource.at("RootVolumeEncryptionEnabled");
  }

  /// Whether its user's volume is encrypted.
  public Property encryptsUser() {
    return resource.at("UserVolumeEncryptionEnabled");
  }
}
