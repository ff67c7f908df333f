package dev.postern.report;

import java.util.Arrays;
import java.util.Optional;

/// How a report is written.
public enum Format {
  /// For people at a terminal: every finding with its code, then the approval checklist.
  TEXT("text"),
  /// One line per finding, one for the checklist, one for the verdict.
  CONCISE("concise"),
  /// The program's own contract, version 1.
  JSON("json"),
  /// SARIF 2.1.0 for code scanning.
  SARIF("sarif"),
  /// A comment on a pull request.
  MARKDOWN("markdown"),
  /// JUnit's XML for build servers.
  JUNIT("junit");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /// The format that users call `word`.
  public static Optional<Format> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }

  /// What users call it: `sarif`.
  @Override
  public String toString() {
    return word;
  }
}
