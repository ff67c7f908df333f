package dev.postern.cli;

import dev.postern.readers.workspace.Loaded;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import dev.postern.rule.RuleBook;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The arguments that say what to read; the same for every command that reads.
final class Inputs {
  private Inputs() {}

  static void addTo(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Files and folders to read; the current folder where none is given.")
            .build());
    spec.addOption(many("--var", "NAME=VALUE", "A Terraform variable. May be repeated."));
    spec.addOption(many("--var-file", "FILE", "A Terraform variable file. May be repeated."));
    spec.addOption(
        many("--parameters", "NAME=VALUE", "A CloudFormation parameter. May be repeated."));
    spec.addOption(
        OptionSpec.builder("--modules")
            .description("Also judge called Terraform modules on their own.")
            .build());
    spec.addOption(one("--config", "FILE", "The configuration (default: postern.yaml, upwards)."));
  }

  static OptionSpec many(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec one(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  static List<Path> paths(ParseResult parsed) {
    List<String> given = parsed.matchedPositionalValue(0, List.of());
    return given.isEmpty() ? List.of(Path.of("")) : given.stream().map(Inputs::path).toList();
  }

  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("a path cannot be read as one");
    }
  }

  /// The folder that paths are given and shown relative to.
  static Path start() throws IOException {
    return Path.of("").toRealPath();
  }

  static Configuration configuration(ParseResult parsed, RuleBook book) throws IOException {
    return Configuration.of(parsed, start(), paths(parsed), book);
  }

  static Loaded load(ParseResult parsed, Configuration configuration) throws IOException {
    var variableFiles = new ArrayList<>(configuration.file().variableFiles());
    values("--var-file", parsed).forEach(file -> variableFiles.add(path(file)));
    DiskSources sources = DiskSources.of(start(), paths(parsed), configuration.file().excluded());
    var request =
        new Request(
            sources.named(),
            configuration.variables(),
            variableFiles.stream().map(sources::open).toList(),
            configuration.parameters(),
            parsed.hasMatchedOption("--modules"));
    return Workspace.read(sources, request, Knowledge.facts(), Knowledge.terraform());
  }

  static List<String> values(String option, ParseResult parsed) {
    return parsed.matchedOptionValue(option, List.of());
  }

  static Map<String, String> pairs(String option, ParseResult parsed) {
    var pairs = new LinkedHashMap<String, String>();
    for (String pair : values(option, parsed)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UsageException("`%s` takes NAME=VALUE".formatted(option));
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }
}
