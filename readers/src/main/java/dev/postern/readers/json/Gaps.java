package dev.postern.readers.json;

import dev.postern.readers.tree.TreeBuilder;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;

/// What stands between the tokens: comments, and commas before a closing bracket.
final class Gaps {
  private final SourceFile file;
  private final TreeBuilder builder;
  private int from;
  private boolean toldComments;

  Gaps(SourceFile file, TreeBuilder builder) {
    this.file = file;
    this.builder = builder;
  }

  /// The token that ends at `to` is read.
  void passed(int to) {
    from = Math.max(from, to);
  }

  /// Looks at the gap up to the token at `to`.
  void upTo(int to, boolean closes) {
    String text = file.text();
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '/' && i + 1 < to) {
        i = comment(i, to);
        continue;
      }
      if (c == ',' && closes) {
        builder.problem(
            Problem.warning("JSON has no comma after the last value", file.span(i, i + 1)));
      }
      i++;
    }
    passed(to);
  }

  private int comment(int start, int limit) {
    String text = file.text();
    boolean block = text.charAt(start + 1) == '*';
    int found = block ? text.indexOf("*/", start + 2) : lineEnd(start);
    int inner = found < 0 ? limit : found;
    Span span = file.span(start, Math.min(limit, block ? inner + 2 : inner));
    builder.comment(span, text.substring(Math.min(start + 2, inner), inner).strip());
    if (!toldComments) {
      toldComments = true;
      builder.problem(Problem.warning("JSON has no comments", span));
    }
    return Math.max(span.end(), start + 1);
  }

  private int lineEnd(int start) {
    int i = start;
    while (i < file.text().length() && "\r\n".indexOf(file.text().charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
