package dev.postern.report;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/// The list of rules as JSON: the contract of `postern rules --format json`.
public final class RuleList {
  private RuleList() {}

  /// Writes every rule of `book` to `out`.
  ///
  /// @throws IOException when `out` does
  public static void write(RuleBook book, Appendable out) throws IOException {
    try (var json = Json.to(out)) {
      json.writeStartArray();
      for (RuleInfo rule : book.rules()) {
        json.writeStartObject();
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("title", rule.title());
        json.writeStringProperty("severity", rule.severity().toString());
        json.writeStringProperty("kind", rule.local() ? "local" : "cloud");
        strings(json, "types", rule.types());
        strings(json, "serves", rule.serves());
        json.writeName("aliases");
        json.writeStartObject();
        for (var alias : new TreeMap<>(book.aliases(rule.name())).entrySet()) {
          strings(json, alias.getKey(), alias.getValue());
        }
        json.writeEndObject();
        json.writeBooleanProperty("fix", false);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
