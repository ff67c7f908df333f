package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Block;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.World;
import java.util.List;
import java.util.Optional;

/// One instance of a `resource` block, in Terraform's vocabulary.
///
/// @param address with modules and keys: `module.m["k"].aws_instance.i[0]`
/// @param type `aws_instance`
/// @param body its arguments and nested blocks; a nested block is a list
/// @param when the disjoint worlds in which it exists
/// @param symbolic why it stands for an unknown number of instances
public record TerraformResource(
    String address,
    String type,
    Block block,
    Node.Fields body,
    List<World> when,
    Optional<Reason> symbolic) {

  public TerraformResource {
    when = List.copyOf(when);
  }

  /// An attribute of a resource as others see it.
  ///
  /// @param name as Terraform calls it; in the model it has CloudFormation's name, where it has one
  /// @param value what it will be, as far as that is known
  public static Text attribute(String address, String name, Optional<Text> value, Origin at) {
    String attribute =
        switch (name) {
          case "id" -> "Ref";
          case "arn" -> "Arn";
          default -> name;
        };
    return Text.reference(address, attribute, value, at);
  }
}
