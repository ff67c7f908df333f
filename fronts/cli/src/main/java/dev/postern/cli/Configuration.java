package dev.postern.cli;

import dev.postern.finding.Secrets;
import dev.postern.review.Settings;
import dev.postern.rule.RuleBook;
import dev.postern.rule.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What the command line and `postern.yaml` say, the command line first.
///
/// @param file what `postern.yaml` says: the one of `--config`, or the one found upwards from the
///   paths given
record Configuration(ConfigurationFile file, ParseResult parsed) {

  /// @param start the folder that paths are shown relative to, absolute
  static Configuration of(ParseResult parsed, Path start, List<Path> paths, RuleBook book) {
    Optional<Path> file =
        parsed.hasMatchedOption("--config")
            ? Optional.of(Inputs.path(parsed.matchedOptionValue("--config", "")))
            : ConfigurationFile.find(start, paths);
    var read = file.map(f -> ConfigurationFile.read(f, start, book));
    return new Configuration(read.orElseGet(() -> ConfigurationFile.none(start)), parsed);
  }

  Settings settings(String version, LocalDate today, RuleBook book, Secrets secrets) {
    Severity failOn =
        Optional.ofNullable(parsed.<String>matchedOptionValue("--fail-on", null))
            .map(ReviewCommand::severity)
            .or(file::failOn)
            .orElse(Severity.HIGH);
    var settings =
        new Settings(
            version,
            today,
            failOn,
            chosen("--only", file.only(), book),
            chosen("--skip", file.skip(), book),
            file.accepted(),
            !file.ignoreSource() && !parsed.hasMatchedOption("--ignore-source-suppressions"),
            file.foreign(),
            secrets);
    if (book.rules().stream().noneMatch(settings::asks)) {
      throw new UsageException("no rule is left to ask");
    }
    return settings;
  }

  private List<String> chosen(String option, List<String> inFile, RuleBook book) {
    List<String> given = Inputs.values(option, parsed);
    for (String name : given) {
      RuleNames.fault(name, book)
          .ifPresent(fault -> {
            throw new UsageException("`%s`: %s".formatted(option, fault));
          });
    }
    return given.isEmpty() ? inFile : given;
  }

  Map<String, String> variables() {
    return over(file.variables(), Inputs.pairs("--var", parsed));
  }

  Map<String, String> parameters() {
    return over(file.parameters(), Inputs.pairs("--parameters", parsed));
  }

  private static Map<String, String> over(Map<String, String> file, Map<String, String> line) {
    var all = new LinkedHashMap<>(file);
    all.putAll(line);
    return all;
  }
}
