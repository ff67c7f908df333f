package dev.postern.view.efs;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An entry to an EFS file system.
public record AccessPoint(Resource resource) implements View {
  public static final ViewType<AccessPoint> TYPE =
      ViewType.of("AWS::EFS::AccessPoint", AccessPoint::new);

  public Property posixUser() {
    return resource.at("PosixUser");
  }
}
