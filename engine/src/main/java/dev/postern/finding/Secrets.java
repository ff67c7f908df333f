package dev.postern.finding;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;
import java.util.function.Function;

/// Masks secrets in the lines of source that reports show.
///
/// @param in the secrets of a file, asked again for every line that is shown
public record Secrets(Function<SourceFile, List<Span>> in) {

  /// Line `line` (from 1) with every character of a secret replaced by `•`, so that columns stay.
  public String line(SourceFile file, int line) {
    var masked = new StringBuilder(file.lineText(line));
    int offset = file.lineStart(line);
    for (Span secret : in.apply(file)) {
      int to = Math.min(secret.end() - offset, masked.length());
      for (int i = Math.max(secret.start() - offset, 0); i < to; i++) {
        masked.setCharAt(i, '•');
      }
    }
    return masked.toString();
  }
}
