package dev.postern.readers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.json.Json;
import dev.postern.readers.tree.Tree;
import dev.postern.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks `terraform` for the plan of a folder, without an account: the environment variables
/// `POSTERN_TERRAFORM` (the program) and `POSTERN_PROVIDERS` (a file system mirror that holds
/// `hashicorp/aws` 5.100.0) say where it finds what it needs.
final class Recorder {
  /// Laid over the folder's own `terraform` and `provider` blocks.
  private static final String SETTINGS =
      """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "5.100.0"
          }
        }
      }

      provider "aws" {
        skip_credentials_validation = true
        skip_requesting_account_id  = true
        skip_metadata_api_check     = true
        skip_region_validation      = true
      }
      """;

  /// What no reader looks at, and what is of the machine or the hour.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "planned_values",
          "prior_state",
          "relevant_attributes",
          "timestamp",
          "provider_config",
          "before",
          "before_sensitive",
          "provider_name",
          "schema_version",
          "applyable",
          "complete");

  private Recorder() {}

  /// The plan of a folder as one line for each resource.
  static String plan(Path folder) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("plan");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = work.resolve(folder.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(file, to);
      }
    }
    Files.writeString(work.resolve("settings_override.tf"), SETTINGS);
    Path mirror = Files.createTempFile("cli", ".tfrc");
    Files.writeString(
        mirror,
        "provider_installation {\n  filesystem_mirror { path = \"%s\" }\n}\n"
            .formatted(System.getenv("POSTERN_PROVIDERS")));
    run(work, mirror, "init", "-input=false");
    run(work, mirror, "plan", "-input=false", "-out=plan.bin");
    return lines(run(work, mirror, "show", "-json", "plan.bin"));
  }

  private static String run(Path folder, Path mirror, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(System.getenv("POSTERN_TERRAFORM")));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("terraform", ".txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    process.environment().put("TF_CLI_CONFIG_FILE", mirror.toString());
    process.environment().put("AWS_ACCESS_KEY_ID", "x");
    process.environment().put("AWS_SECRET_ACCESS_KEY", "y");
    int code = process.start().waitFor();
    assertThat(code).as(() -> String.join(" ", command) + "\n" + text(output)).isZero();
    return text(output);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(String json) {
    Tree root = Json.parse(SourceFile.of("plan.json", json)).roots().getFirst();
    String changes =
        Trail.items(root, "resource_changes").stream()
            .map(change -> "    " + JsonLines.line(change, LEFT_OUT))
            .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    return Trail.entries(root).stream()
        .filter(entry -> !LEFT_OUT.contains(entry.key()))
        .map(entry ->
            "  %s: %s"
                .formatted(
                    JsonLines.quoted(entry.key()),
                    entry.key().equals("resource_changes")
                        ? changes
                        : JsonLines.line(entry.value(), LEFT_OUT)))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }
}
