package dev.postern.report;

import dev.postern.finding.Finding;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a SARIF log says about a rule that has results.
record SarifRule(
    String name, String title, Severity severity, List<String> serves, Optional<String> page) {

  /// The rules of `findings` by name: as `book` has them, or as their first finding shows them.
  static List<SarifRule> of(List<Finding> findings, Optional<RuleBook> book) {
    var known =
        book.map(RuleBook::rules).orElse(List.of()).stream()
            .collect(Collectors.toMap(RuleInfo::name, Function.identity(), (a, _) -> a));
    var rules = new LinkedHashMap<String, SarifRule>();
    for (Finding f : findings) {
      var info = Optional.ofNullable(known.get(f.rule()));
      rules.computeIfAbsent(
          f.rule(),
          name ->
              new SarifRule(
                  name,
                  info.map(RuleInfo::title).orElse(f.title()),
                  info.map(RuleInfo::severity).orElse(f.severity()),
                  f.serves(),
                  book.flatMap(b -> b.page(name))));
    }
    return rules.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  void write(Json json) {
    json.object(() -> {
      json.text("id", name).object("shortDescription", () -> json.text("text", title));
      json.object(
          "fullDescription",
          () -> json.text("text", page.map(SarifRule::firstParagraph).orElse(title)));
      json.object(
          "help",
          () -> {
            json.text("text", page.orElse("postern explain " + name));
            page.ifPresent(markdown -> json.text("markdown", markdown));
          });
      json.object("defaultConfiguration", () -> json.text("level", level(severity)));
      var tags = new ArrayList<>(List.of("security"));
      tags.addAll(serves);
      json.object(
          "properties", () -> json.text("security-severity", score(severity)).texts("tags", tags));
    });
  }

  private static String firstParagraph(String page) {
    return page.strip()
        .lines()
        .dropWhile(line -> line.isBlank() || line.startsWith("#"))
        .takeWhile(line -> !line.isBlank())
        .collect(Collectors.joining(" "));
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  /// In the bands that GitHub's code scanning reads as critical (from 9.1), high (from 7.0), medium
  /// (from 4.0) and low (docs.github.com, "SARIF support for code scanning").
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
      case INFO -> "0.0";
    };
  }
}
