package dev.postern.view.secrets;

import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Strings.Leaf;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import java.util.List;

/// Something that runs with environment variables and commands which its configuration shows in
/// plain text.
public record Workload(Resource resource) implements View {
  public static final ViewType<Workload> TYPE =
      new ViewType<>(
          List.of(
              "AWS::Lambda::Function",
              "AWS::ECS::TaskDefinition",
              "AWS::AppRunner::Service",
              "AWS::Batch::JobDefinition",
              "AWS::CodeBuild::Project"),
          (resource, _) -> new Workload(resource));

  /// The values of its environment variables, each under its name.
  public List<Leaf> environment() {
    return Strings.of(resource).stream().filter(Workload::isValue).toList();
  }

  /// The words of the commands that its containers start with.
  public List<Leaf> commands() {
    return Strings.of(resource).stream()
        .filter(leaf -> leaf.path().matches(".*\\b(Command|EntryPoint)(\\[])?"))
        .toList();
  }

  private static boolean isValue(Leaf leaf) {
    String path = leaf.path();
    return path.startsWith("Environment.Variables.")
        || (path.endsWith(".Value") && path.contains("Environment"));
  }
}
