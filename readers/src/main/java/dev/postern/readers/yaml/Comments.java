package dev.postern.readers.yaml;

import dev.postern.readers.tree.TreeBuilder;
import dev.postern.text.SourceFile;

/// Finds the comments: outside of scalars, a `#` at the start of a line or after a space begins one
/// (<https://yaml.org/spec/1.2.2/#66-comments>). The parser's own comment events are not used,
/// since it refuses comments in places where YAML allows them.
final class Comments {
  private final SourceFile file;
  private final TreeBuilder builder;
  private int scanned;

  Comments(SourceFile file, TreeBuilder builder) {
    this.file = file;
    this.builder = builder;
  }

  /// Takes the comments before `to`.
  void upTo(int to) {
    String text = file.text();
    int i = scanned;
    while (i < to) {
      if (text.charAt(i) == '#' && (i == 0 || isSpace(text.charAt(i - 1)))) {
        int end = lineEnd(i);
        builder.comment(file.span(i, end), text.substring(i + 1, end).strip());
        i = end;
      } else {
        i++;
      }
    }
    scanned = Math.max(scanned, i);
  }

  /// Passes over a scalar. The first line of a block scalar may end in a comment.
  void skipScalar(int start, int end, boolean isBlock) {
    if (isBlock) {
      upTo(Math.min(lineEnd(start), end));
    }
    scanned = Math.max(scanned, end);
  }

  private int lineEnd(int from) {
    String text = file.text();
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF';
  }
}
