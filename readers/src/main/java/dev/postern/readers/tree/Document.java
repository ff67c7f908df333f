package dev.postern.readers.tree;

import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;

/// What was read of one file.
///
/// @param roots the documents of a YAML stream, or the one value of a JSON text; empty where there
///   is nothing
/// @param comments in the order of the text
/// @param problems in the order in which they were met
public record Document(
    List<Tree> roots, List<Comment> comments, List<Problem> problems, SourceFile file) {

  public Document {
    roots = List.copyOf(roots);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }

  /// A comment to the end of its line, or a block comment in JSON.
  ///
  /// @param span with the characters that make it a comment
  /// @param text without them and without the spaces around
  public record Comment(Span span, String text) {
    /// Without the text, which may be a secret.
    @Override
    public String toString() {
      return span.toString();
    }
  }
}
