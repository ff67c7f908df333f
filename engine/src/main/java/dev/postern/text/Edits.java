package dev.postern.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Applies edits to the text of a file.
public final class Edits {
  private Edits() {}

  /// The text of `file` after all edits. Insertions at one place keep their order, and stand before
  /// a replacement that begins there.
  ///
  /// @throws IllegalArgumentException where two edits overlap, or one is of another file
  public static String apply(SourceFile file, List<Edit> edits) {
    var sorted = new ArrayList<>(edits);
    sorted.sort(
        Comparator.<Edit>comparingInt(edit -> edit.at().start())
            .thenComparingInt(edit -> Math.min(edit.at().length(), 1)));
    var text = new StringBuilder();
    int done = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Span at = sorted.get(i).at();
      if (!at.file().equals(file)) {
        throw new IllegalArgumentException("edit at " + at + " is not in " + file);
      }
      if (at.start() < done) {
        throw new IllegalArgumentException(
            "edits at " + sorted.get(i - 1).at() + " and " + at + " overlap");
      }
      text.append(file.text(), done, at.start()).append(sorted.get(i).text());
      done = at.end();
    }
    return text.append(file.text(), done, file.text().length()).toString();
  }
}
