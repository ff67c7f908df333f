package dev.postern.report;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The list of rules as JSON: the contract of `postern rules --format json`.
public final class RuleList {
  private RuleList() {}

  /// Writes every rule of `book` to `out`.
  ///
  /// @throws IOException when `out` does
  public static void write(RuleBook book, Appendable out) throws IOException {
    Json.write(out, json -> json.list(book.rules(), rule -> write(json, rule, book)));
  }

  private static void write(Json json, RuleInfo rule, RuleBook book) {
    Map<String, List<String>> aliases = new TreeMap<>(book.aliases(rule.name()));
    json.object(() -> {
      json.text("name", rule.name()).text("title", rule.title());
      json.text("severity", rule.severity().toString());
      json.text("kind", rule.local() ? "local" : "cloud");
      json.texts("types", rule.types()).texts("serves", rule.serves());
      json.object("aliases", () -> aliases.forEach(json::texts));
      json.flag("fix", false);
    });
  }
}
