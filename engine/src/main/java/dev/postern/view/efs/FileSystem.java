package dev.postern.view.efs;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An EFS file system.
public record FileSystem(Resource resource) implements View {
  public static final ViewType<FileSystem> TYPE =
      ViewType.of("AWS::EFS::FileSystem", FileSystem::new);

  public Property encrypted() {
    return resource.at("Encrypted");
  }

  public Property backup() {
    return resource.at("BackupPolicy", "Status");
  }
}
