package dev.postern.review;

import dev.postern.text.Comment;
import dev.postern.text.Span;

/// Reads the acceptances in the comments of the reviewed files, line by line.
final class Comments {
  private static final int LONGEST = 1_000;

  private Comments() {}

  static void read(Comment comment, Written to) {
    Span span = comment.span();
    String text = span.text();
    if (!text.contains(":") && !text.contains("kics-scan")) {
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start <= LONGEST) {
        line(
            text.substring(start, end),
            span.file().span(span.start() + start, span.start() + end),
            to);
      }
      start = end + 1;
    }
  }

  private static void line(String text, Span at, Written to) {
    String words = text.strip().replaceFirst("^(?:#+|//+|/\\*+|\\*+)\\s*", "");
    words = words.endsWith("*/") ? words.substring(0, words.length() - 2).strip() : words;
    OwnComments.read(words, at, to);
    ForeignComments.read(words, at, to);
  }
}
