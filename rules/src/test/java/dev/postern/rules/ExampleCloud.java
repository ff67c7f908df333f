package dev.postern.rules;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.workspace.Loaded;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import dev.postern.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the examples of rule pages.
final class ExampleCloud {
  private static final Facts FACTS =
      new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas());

  private ExampleCloud() {}

  /// A cloud and the problems of reading it.
  record Example(Cloud cloud, List<Problem> problems) {}

  static Example read(String language, String text) {
    String path =
        switch (language) {
          case "yaml" -> "example.yaml";
          case "hcl" -> "main.tf";
          case "json" -> "policy.json";
          default -> throw new IllegalArgumentException("no language " + language);
        };
    var request = new Request(Set.of(path), Map.of(), List.of(), Map.of(), false);
    Loaded loaded =
        Workspace.read(new GivenSources(Map.of(path, text)), request, FACTS, new TerraformTypes());
    return new Example(loaded.cloud(), loaded.problems());
  }
}
