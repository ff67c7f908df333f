package dev.postern.review;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;

/// The lines that a comment is about, told by their indentation, which HCL, YAML and JSON share.
///
/// A comment behind code is about its own line, one on a line of its own about the next line that
/// is no comment; with an empty line between, about none. The lines indented deeper belong to that
/// line, and so does the bracket that closes it. Where code is not indented this is too little
/// rather than too much.
///
/// @param first the line that it is about, from 1; 0 where there is none
/// @param last the last line that belongs to it
record Surroundings(SourceFile file, int first, int last) {
  private static final String CLOSERS = "}])";

  static Surroundings of(Span comment) {
    SourceFile file = comment.file();
    int line = comment.line();
    boolean behindCode = !file.text().substring(file.lineStart(line), comment.start()).isBlank();
    return behindCode ? block(file, line) : below(file, comment.endLine() + 1);
  }

  private static Surroundings below(SourceFile file, int from) {
    int line = from;
    while (line <= file.lineCount() && isComment(file.lineText(line).strip())) {
      line++;
    }
    return line <= file.lineCount() && !file.lineText(line).isBlank()
        ? block(file, line)
        : new Surroundings(file, 0, 0);
  }

  private static boolean isComment(String text) {
    return List.of("#", "//", "/*", "* ", "*/").stream().anyMatch(text::startsWith);
  }

  private static Surroundings block(SourceFile file, int first) {
    int indent = indent(file.lineText(first));
    int last = first;
    for (int line = first + 1; line <= file.lineCount(); line++) {
      String text = file.lineText(line);
      if (text.isBlank()) {
        continue;
      }
      boolean deeper = indent(text) > indent;
      boolean closes = indent(text) == indent && CLOSERS.indexOf(text.strip().charAt(0)) >= 0;
      if (!deeper && !closes) {
        break;
      }
      last = line;
      if (closes) {
        break;
      }
    }
    return new Surroundings(file, first, last);
  }

  /// The block at the margin that the comment stands in, where there is one.
  static Surroundings outermost(Span comment) {
    SourceFile file = comment.file();
    int line = comment.line();
    while (line > 1 && (file.lineText(line).isBlank() || indent(file.lineText(line)) > 0)) {
      line--;
    }
    Surroundings block = block(file, line);
    return block.last >= comment.line() ? block : new Surroundings(file, 0, 0);
  }

  private static int indent(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /// Whether `place` begins in these lines.
  boolean hold(Span place) {
    return place.file().equals(file) && place.line() >= first && place.line() <= last;
  }

  /// Whether they begin with the line of `place`.
  boolean beginAt(Span place) {
    return place.file().equals(file) && place.line() == first;
  }
}
