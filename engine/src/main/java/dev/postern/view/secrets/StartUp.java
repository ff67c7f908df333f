package dev.postern.view.secrets;

import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Strings.Leaf;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import java.util.List;

/// A machine, or what machines are made from, with what it is told when it starts.
public record StartUp(Resource resource) implements View {
  public static final ViewType<StartUp> TYPE =
      new ViewType<>(
          List.of(
              "AWS::EC2::Instance",
              "AWS::EC2::LaunchTemplate",
              "AWS::AutoScaling::LaunchConfiguration",
              "AWS::AutoScaling::AutoScalingGroup"),
          (resource, _) -> new StartUp(resource));

  /// Its user data.
  public List<Leaf> userData() {
    return Strings.of(resource).stream().filter(leaf -> leaf.path().endsWith("UserData")).toList();
  }

  /// What `cfn-init` reads from the metadata of the resource.
  public List<Leaf> initialization() {
    return Strings.of(resource).stream()
        .filter(leaf -> leaf.path().startsWith("Metadata.AWS::CloudFormation::Init."))
        .toList();
  }
}
