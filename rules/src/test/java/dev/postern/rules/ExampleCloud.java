package dev.postern.rules;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.model.Unit;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Optional;

/// Reads the examples of rule pages.
final class ExampleCloud {
  private static final Facts FACTS =
      new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas());

  private ExampleCloud() {}

  /// A cloud and the problems of reading it.
  record Example(Cloud cloud, List<Problem> problems) {}

  static Optional<Example> read(String language, String text) {
    return switch (language) {
      case "yaml" -> Optional.of(template(SourceFile.of("example.yaml", text)));
      default -> Optional.empty();
    };
  }

  private static Example template(SourceFile file) {
    var unit = new Unit(file.path(), Unit.Kind.CLOUDFORMATION, List.of(file.path()));
    var reading = Templates.read(Yaml.parse(file), unit, Inputs.NONE);
    return new Example(
        new Cloud(List.of(unit), reading.resources(), List.of(), FACTS), reading.problems());
  }
}
