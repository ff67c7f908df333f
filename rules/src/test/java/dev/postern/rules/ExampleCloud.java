package dev.postern.rules;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.Unit;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.source.Sources;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.lens.Lenses;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Optional;

/// Reads the examples of rule pages.
final class ExampleCloud {
  private static final Facts FACTS =
      new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas());
  private static final TerraformSchemas TERRAFORM = new TerraformTypes();

  private ExampleCloud() {}

  /// A cloud and the problems of reading it.
  record Example(Cloud cloud, List<Problem> problems) {}

  static Optional<Example> read(String language, String text) {
    return switch (language) {
      case "yaml" -> Optional.of(template(SourceFile.of("example.yaml", text)));
      case "hcl" -> Optional.of(terraform(SourceFile.of("main.tf", text)));
      default -> Optional.empty();
    };
  }

  private static Example template(SourceFile file) {
    var unit = new Unit(file.path(), Unit.Kind.CLOUDFORMATION, List.of(file.path()));
    var reading = Templates.read(Yaml.parse(file), unit, Inputs.NONE);
    return new Example(
        new Cloud(List.of(unit), reading.resources(), List.of(), FACTS), reading.problems());
  }

  private static Example terraform(SourceFile file) {
    var unit = new Unit(".", Unit.Kind.TERRAFORM, List.of(file.path()));
    var configuration =
        Terraform.read(new OneFile(file), "", Terraform.Inputs.NONE, TERRAFORM);
    var reading = Lenses.apply(configuration, unit, FACTS.schemas(), TERRAFORM);
    return new Example(
        new Cloud(List.of(unit), reading.resources(), List.of(), FACTS), reading.problems());
  }

  /// A folder with nothing but one file.
  private record OneFile(SourceFile file) implements Sources {
    @Override
    public List<String> files(String folder) {
      return folder.isEmpty() ? all() : List.of();
    }

    @Override
    public List<String> all() {
      return List.of(file.path());
    }

    @Override
    public List<Problem> problems() {
      return List.of();
    }

    @Override
    public Optional<SourceFile> read(String path) {
      return path.equals(file.path()) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public boolean isInside(String path) {
      return true;
    }
  }
}
