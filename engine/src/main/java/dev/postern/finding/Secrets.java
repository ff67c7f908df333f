package dev.postern.finding;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Masks secrets in the lines of source that reports show.
///
/// @param spans known secrets by file
/// @param scan finds the secrets in a line that nobody has read yet: start offset to end offset
public record Secrets(
    Map<SourceFile, List<Span>> spans, Function<String, Map<Integer, Integer>> scan) {

  public Secrets {
    spans = Map.copyOf(spans);
  }

  /// Line `line` (from 1) with every character of a secret replaced by `•`, so that columns stay.
  public String line(SourceFile file, int line) {
    String text = file.lineText(line);
    int offset = file.lineStart(line);
    var hide = new TreeMap<>(scan.apply(text));
    for (Span span : spans.getOrDefault(file, List.of())) {
      int from = Math.max(span.start() - offset, 0);
      int to = Math.min(span.end() - offset, text.length());
      if (from < to) {
        hide.merge(from, to, Math::max);
      }
    }
    var masked = new StringBuilder(text);
    hide.forEach((from, to) -> {
      for (int i = from; i < to; i++) {
        masked.setCharAt(i, '•');
      }
    });
    return masked.toString();
  }
}
