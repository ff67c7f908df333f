package dev.postern.cli;

import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.yaml.Yaml;
import dev.postern.review.Acceptance;
import dev.postern.review.Settings.Foreign;
import dev.postern.rule.RuleBook;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `postern.yaml`:
///
/// ```
/// fail-on: medium                      # critical, high (default), medium, low, info
/// only: [C07, ssh-from-internet]       # rules, or ids of the review process
/// skip: [bucket-without-logging]
/// exclude: [sandbox/, '*.draft.yaml']  # files that are not read, as in .gitignore
/// var-files: [prod.tfvars]             # paths from here
/// variables: {region: eu-central-1}
/// parameters: {Env: prod}
/// foreign-suppressions: matched        # none, matched (default), all
/// ignore-source-suppressions: false
/// suppressions:
///   - rule: bucket-without-logging
///     resource: aws_s3_bucket.logs     # or unit::address; `*` is any text. Or:
///     path: legacy/                    # as in .gitignore
///     until: 2027-01-31
///     owner: platform
///     reason: these are the logs
///     accept-excuse: false
/// ```
///
/// Paths are taken from the folder of the file. A key or value that is not understood is a problem.
final class ConfigurationFile {
  static final String NAME = "postern.yaml";
  private static final long LARGEST = 1L << 20;
  private static final List<String> KEYS =
      List.of(
          "fail-on",
          "only",
          "skip",
          "exclude",
          "var-files",
          "variables",
          "parameters",
          "foreign-suppressions",
          "ignore-source-suppressions",
          "suppressions");

  private final Path folder;
  private final Path start;
  private final ConfigurationValues values = new ConfigurationValues();
  private Optional<Severity> failOn = Optional.empty();
  private List<String> only = List.of();
  private List<String> skip = List.of();
  private List<String> exclude = List.of();
  private List<Path> variableFiles = List.of();
  private Map<String, String> variables = new LinkedHashMap<>();
  private Map<String, String> parameters = new LinkedHashMap<>();
  private Foreign foreign = Foreign.MATCHED;
  private boolean ignoreSource;
  private final List<Acceptance> accepted = new ArrayList<>();

  private ConfigurationFile(Path folder, Path start) {
    this.folder = folder;
    this.start = start;
  }

  /// What holds where there is no file.
  static ConfigurationFile none(Path start) {
    return new ConfigurationFile(start, start);
  }

  /// The file for a review of `paths`: the first one in their nearest common folder and the folders
  /// above it, up to the top of the repository.
  ///
  /// @param start an absolute path
  static Optional<Path> find(Path start, List<Path> paths) {
    List<Path> targets = paths.stream().map(path -> start.resolve(path).normalize()).toList();
    Path up = targets.getFirst();
    while (up != null) {
      Path folder = up;
      Path file = folder.resolve(NAME);
      boolean common = targets.stream().allMatch(target -> target.startsWith(folder));
      if (common && Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (common && Files.exists(folder.resolve(".git"))) {
        return Optional.empty();
      }
      up = folder.getParent();
    }
    return Optional.empty();
  }

  /// Reads a file; what is wrong in it is a wrong usage of the program.
  ///
  /// @param start the folder that paths are shown relative to
  static ConfigurationFile read(Path file, Path start, RuleBook book) {
    Path path = start.resolve(file).normalize();
    var read = new ConfigurationFile(Optional.ofNullable(path.getParent()).orElse(start), start);
    Document document = Yaml.parse(SourceFile.of(DiskSources.shown(start, path), text(path)));
    document.problems().forEach(read.values::add);
    document.roots().stream().findFirst().ifPresent(root -> read.root(root, book));
    read.values.throwIfWrong();
    return read;
  }

  private static String text(Path path) {
    try {
      if (Files.isRegularFile(path) && Files.size(path) <= LARGEST) {
        return Files.readString(path, StandardCharsets.UTF_8);
      }
    } catch (IOException _) {
      // said below
    }
    throw new UsageException(
        "the configuration `%s` cannot be read as a text of at most 1 MiB"
            .formatted(path.getFileName()));
  }

  private void root(Tree root, RuleBook book) {
    if (root instanceof Tree.Scalar scalar && scalar.isNull()) {
      return;
    }
    for (Entry entry : values.entries(root, KEYS)) {
      Tree value = entry.value();
      switch (entry.key()) {
        case "fail-on" ->
            failOn = values.oneOf(value, List.of(Severity.values()), s -> s.toString());
        case "only" -> only = values.rules(value, book);
        case "skip" -> skip = values.rules(value, book);
        case "exclude" -> exclude = values.words(value);
        case "var-files" ->
            variableFiles = values.words(value).stream().map(folder::resolve).toList();
        case "variables" -> variables = values.texts(value);
        case "parameters" -> parameters = values.texts(value);
        case "foreign-suppressions" ->
            foreign =
                values
                    .oneOf(value, List.of(Foreign.values()), f -> f.name().toLowerCase(Locale.ROOT))
                    .orElse(foreign);
        case "ignore-source-suppressions" -> ignoreSource = values.flag(value);
        case "suppressions" -> {
          var reader = new ConfiguredSuppressions(folder, start, values);
          values.items(value).forEach(item -> reader.read(item).ifPresent(accepted::add));
        }
        default -> {}
      }
    }
  }

  Optional<Severity> failOn() {
    return failOn;
  }

  List<String> only() {
    return only;
  }

  List<String> skip() {
    return skip;
  }

  /// Which files are not read.
  Ignored excluded() {
    return Ignored.of(folder, exclude);
  }

  List<Path> variableFiles() {
    return variableFiles;
  }

  Map<String, String> variables() {
    return variables;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  Foreign foreign() {
    return foreign;
  }

  boolean ignoreSource() {
    return ignoreSource;
  }

  List<Acceptance> accepted() {
    return accepted;
  }

  List<Problem> problems() {
    return values.problems();
  }
}
