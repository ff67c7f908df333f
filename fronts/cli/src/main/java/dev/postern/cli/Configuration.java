package dev.postern.cli;

import dev.postern.finding.Secrets;
import dev.postern.review.Settings;
import dev.postern.rule.RuleBook;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// What the command line and `postern.yaml` say about a review.
record Configuration(
    Severity failOn,
    List<String> only,
    List<String> skip,
    boolean sourceSuppressions,
    List<Problem> problems) {

  static Configuration of(ParseResult parsed, List<Path> paths, RuleBook book) {
    return new Configuration(
        ReviewCommand.severity(parsed.matchedOptionValue("--fail-on", "high")),
        Inputs.values("--only", parsed),
        Inputs.values("--skip", parsed),
        !parsed.hasMatchedOption("--ignore-source-suppressions"),
        List.of());
  }

  Settings settings(String version, LocalDate today, Secrets secrets) {
    return new Settings(
        version, today, failOn, only, skip, List.of(), sourceSuppressions, false, secrets);
  }
}
