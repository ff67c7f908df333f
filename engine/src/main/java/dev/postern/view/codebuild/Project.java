package dev.postern.view.codebuild;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A CodeBuild project.
public record Project(Resource resource) implements View {
  public static final ViewType<Project> TYPE = ViewType.of("AWS::CodeBuild::Project", Project::new);

  /// Whether builds run in a privileged container.
  public Property privileged() {
    return resource.at("Environment", "PrivilegedMode");
  }

  /// Who sees its builds: `PRIVATE` or `PUBLIC_READ`.
  public Property visibility() {
    return resource.at("Visibility");
  }
}
