package dev.postern.readers.tree;

import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
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
}
