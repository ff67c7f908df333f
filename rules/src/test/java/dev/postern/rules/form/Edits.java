package dev.postern.rules.form;

import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements in one text that do not overlap; those at the same place are made in the order in
/// which they were given.
final class Edits {
  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, String by) {}

  Edits(String text) {
    this.text = text;
  }

  void replace(Span span, String by) {
    edits.add(new Edit(span.start(), span.end(), by));
  }

  void insert(int at, String added) {
    edits.add(new Edit(at, at, added));
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  String result() {
    var result = new StringBuilder();
    int done = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      if (edit.start() < done) {
        throw new IllegalStateException("overlapping edits at " + edit.start());
      }
      result.append(text, done, edit.start()).append(edit.by());
      done = edit.end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
