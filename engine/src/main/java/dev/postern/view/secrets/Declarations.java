package dev.postern.view.secrets;

import dev.postern.model.Property;
import dev.postern.model.Property.Entry;
import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Strings.Leaf;
import dev.postern.model.Unit;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Sensitivity;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.stream.Stream;

/// What a template or a Terraform root folder declares beside its resources: parameters or
/// variables, and outputs.
public record Declarations(Resource resource) implements View {
  public static final ViewType<Declarations> TYPE =
      new ViewType<>(
          List.of("Postern::CloudFormation::Template", "Postern::Terraform::Root"),
          (resource, _) -> new Declarations(resource));

  public boolean isTerraform() {
    return resource.unit().kind() == Unit.Kind.TERRAFORM;
  }

  /// The declarations of parameters or variables, by name.
  public List<Entry> inputs() {
    return Stream.of("Parameters", "Variables")
        .flatMap(section -> resource.at(section).entries().stream())
        .toList();
  }

  /// Whether AWS or Terraform hides the value of an input.
  public Verdict hides(Property input) {
    return input.at(isTerraform() ? "Sensitive" : "NoEcho").is(true);
  }

  /// The strings that outputs print; Terraform does not print sensitive ones.
  public List<Leaf> printed() {
    return resource.at("Outputs").entries().stream()
        .flatMap(output ->
            Strings.in(isTerraform() ? output.property() : output.property().at("Value")).stream()
                .flatMap(leaf -> leaf.within(output.when()).stream()))
        .filter(leaf -> !isTerraform() || leaf.sensitivity() == Sensitivity.PLAIN)
        .toList();
  }
}
