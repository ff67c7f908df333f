package dev.postern.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.postern.finding.Report;
import dev.postern.readers.workspace.Loaded;
import dev.postern.report.Format;
import dev.postern.report.Options;
import dev.postern.report.Reports;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.RuleBook;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `postern review`: reads, reviews, reports.
final class ReviewCommand implements Command {
  private final Terminal terminal;
  private final CommandSpec spec = describe();

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  private static CommandSpec describe() {
    var spec = CommandSpec.create().name("review");
    spec.usageMessage()
        .description("Review templates, Terraform and policies, and say whether to approve.")
        .footer(
            "",
            "Exit codes: 0 approved, 1 not approved, 2 wrong usage or nothing readable,",
            "3 incomplete, 70 our own bug.");
    Inputs.addTo(spec);
    spec.addOption(
        Inputs.one(
            "--format",
            "FORMAT",
            "text (default), concise, json, sarif, markdown or junit, to standard output."));
    spec.addOption(
        Inputs.many(
            "--output",
            "[FORMAT=]FILE",
            "Also write a report to a file; the format is told by the ending unless given."
                + " May be repeated."));
    spec.addOption(flag("--concise", "One line per finding; short for --format concise."));
    spec.addOption(flag("--all", "In JSON, list every question that was asked."));
    spec.addOption(
        Inputs.one(
            "--fail-on", "SEVERITY", "The least severity that prevents approval (default: high)."));
    spec.addOption(
        Inputs.many("--only", "RULE|ID", "Ask only these rules, or those that serve F.. or C..."));
    spec.addOption(Inputs.many("--skip", "RULE|ID", "Do not ask these."));
    spec.addOption(
        flag(
            "--ignore-source-suppressions",
            "Let only the configuration accept findings, not the reviewed files."));
    spec.addOption(Inputs.one("--color", "WHEN", "auto (default), always or never."));
    return spec;
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Format format = format(parsed);
    Map<Path, Format> outputs = outputs(parsed);
    RuleBook book = Knowledge.rules();
    Configuration configuration = Inputs.configuration(parsed, book);
    try (Progress progress = Progress.on(terminal)) {
      progress.now("reading");
      Loaded loaded = Inputs.load(parsed, configuration);
      if (loaded.isEmpty()) {
        progress.stop();
        return nothing(loaded);
      }
      progress.now("reviewing " + loaded.coverage().resources() + " resources");
      Settings settings =
          configuration.settings(
              Main.version(), LocalDate.now(ZoneOffset.UTC), book, Masks.of(loaded.cloud()));
      Report report =
          new Reviewer(book, settings).review(loaded.cloud(), loaded.coverage(), loaded.problems());
      progress.stop();
      Options options = options(parsed, settings, book);
      for (Map.Entry<Path, Format> output : outputs.entrySet()) {
        write(report, output.getValue(), options, output.getKey());
      }
      var text = new StringBuilder();
      Reports.write(report, format, options, text);
      terminal.out().print(text);
      return report.exitCode();
    }
  }

  private int nothing(Loaded loaded) {
    loaded.problems().forEach(p -> terminal.say(p.at() + ": " + p.message()));
    terminal.say(
        "nothing to review: no resource of a template or Terraform folder and no policy document"
            + " was found");
    return loaded.problems().stream().anyMatch(Problem::isBug) ? Main.BUG : Main.USAGE;
  }

  private Options options(ParseResult parsed, Settings settings, RuleBook book) {
    String colour = parsed.matchedOptionValue("--color", "auto");
    if (!List.of("auto", "always", "never").contains(colour)) {
      throw new UsageException("`--color` takes auto, always or never");
    }
    return new Options(
        terminal.colours(colour),
        terminal.width(),
        terminal.showsUnicode(),
        parsed.hasMatchedOption("--all"),
        settings.failOn(),
        Optional.of(book));
  }

  private static Format format(ParseResult parsed) {
    if (parsed.hasMatchedOption("--concise")) {
      return Format.CONCISE;
    }
    String word = parsed.matchedOptionValue("--format", "text");
    return Format.named(word).orElseThrow(() -> unknownFormat(word));
  }

  private static UsageException unknownFormat(String word) {
    return new UsageException(
        "no format is called `%s`; there are %s"
            .formatted(
                word,
                String.join(", ", Arrays.stream(Format.values()).map(Format::toString).toList())));
  }

  private static Map<Path, Format> outputs(ParseResult parsed) {
    var outputs = new LinkedHashMap<Path, Format>();
    for (String output : Inputs.values("--output", parsed)) {
      int equals = output.indexOf('=');
      Optional<Format> named =
          equals > 0 ? Format.named(output.substring(0, equals)) : Optional.empty();
      String file = named.isPresent() ? output.substring(equals + 1) : output;
      outputs.put(Inputs.path(file), named.orElseGet(() -> byEnding(file)));
    }
    return outputs;
  }

  private static Format byEnding(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".sarif") || name.endsWith(".sarif.json")) {
      return Format.SARIF;
    }
    if (name.endsWith(".json")) {
      return Format.JSON;
    }
    if (name.endsWith(".md")) {
      return Format.MARKDOWN;
    }
    return name.endsWith(".xml") ? Format.JUNIT : Format.TEXT;
  }

  /// Writes whole or not at all: to a file beside it first.
  private static void write(Report report, Format format, Options options, Path file)
      throws IOException {
    var text = new StringBuilder();
    Options plain =
        new Options(false, options.width(), true, options.all(), options.failOn(), options.rules());
    Reports.write(report, format, plain, text);
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("`%s` is in no folder that exists".formatted(file));
    }
    try {
      Path beside = Files.createTempFile(folder, ".postern", ".tmp");
      Files.writeString(beside, text, StandardCharsets.UTF_8);
      Files.move(beside, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException _) {
      throw new UsageException("`%s` cannot be written".formatted(file));
    }
  }

  static Severity severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(s -> s.toString().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "no severity is called `%s`; there are critical, high, medium, low, info"
                    .formatted(word)));
  }
}
