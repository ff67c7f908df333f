package dev.postern.rules;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.finding.Coverage;
import dev.postern.finding.Finding;
import dev.postern.finding.Secrets;
import dev.postern.finding.Subject;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.workspace.Loaded;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the examples of rule pages.
final class ExampleCloud {
  private static final Facts FACTS =
      new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas());

  /// Of a review that read something.
  static final Coverage COVERAGE =
      new Coverage(
          List.of(),
          1,
          1,
          new Coverage.Values(1, new LinkedHashMap<>()),
          List.of(),
          List.of(),
          List.of());

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
    return read(Map.of(path, text), Set.of(path));
  }

  /// @param files the text of each file by its path
  static Example read(Map<String, String> files) {
    return read(files, Set.of());
  }

  /// @param named the paths that a user would name
  static Example read(Map<String, String> files, Set<String> named) {
    var request = new Request(named, Map.of(), List.of(), Map.of(), false);
    Loaded loaded = Workspace.read(new GivenSources(files), request, FACTS, new TerraformTypes());
    return new Example(loaded.cloud(), loaded.problems());
  }

  /// What a whole review says by the rules whose names match, each as `status rule resource`, with
  /// `as SEVERITY` where something lowered or raised it, and the worlds in which it holds.
  static List<String> told(Example example, String rules) {
    return findings(example).stream()
        .filter(finding -> finding.rule().matches(rules))
        .map(ExampleCloud::shown)
        .toList();
  }

  /// What a whole review finds.
  static List<Finding> findings(Example example) {
    var settings =
        new Settings(
            "test",
            LocalDate.of(2026, 1, 1),
            Severity.HIGH,
            List.of(),
            List.of(),
            List.of(),
            true,
            Settings.Foreign.MATCHED,
            new Secrets(_ -> List.of()));
    return new Reviewer(new BuiltIn(), settings)
        .review(example.cloud(), COVERAGE, example.problems())
        .findings();
  }

  private static String shown(Finding finding) {
    String subjects =
        finding.resources().stream().map(Subject::address).collect(Collectors.joining(" + "));
    return "%s %s %s%s%s"
        .formatted(
            finding.status(),
            finding.rule(),
            subjects,
            finding.why().isPresent() ? " as " + finding.severity() : "",
            finding.when().map(when -> " when " + when).orElse(""));
  }
}
