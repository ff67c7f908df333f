package dev.postern.readers.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comma-separated values (RFC 4180).
final class Csv {
  private Csv() {}

  /// The rows that are not empty; nothing where quotes are unbalanced or stand inside a bare cell.
  static Optional<List<List<String>>> rows(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    String all = text.replace("\r\n", "\n");
    for (int i = 0; i <= all.length(); i++) {
      boolean ends = i == all.length();
      char c = ends ? '\n' : all.charAt(i);
      if (quoted) {
        if (ends) {
          return Optional.empty();
        }
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < all.length() && all.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
          wasQuoted = true;
        }
      } else if (c == '"') {
        if (!cell.isEmpty() || wasQuoted) {
          return Optional.empty();
        }
        quoted = true;
      } else if (c == ',' || c == '\n') {
        boolean blank = c == '\n' && row.isEmpty() && cell.isEmpty() && !wasQuoted;
        if (!blank) {
          row.add(cell.toString());
        }
        cell.setLength(0);
        wasQuoted = false;
        if (c == '\n' && !row.isEmpty()) {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (wasQuoted) {
        return Optional.empty();
      } else {
        cell.append(c);
      }
    }
    return Optional.of(rows);
  }
}
