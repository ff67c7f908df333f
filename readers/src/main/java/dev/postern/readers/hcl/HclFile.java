package dev.postern.readers.hcl;

import dev.postern.text.Comment;
import dev.postern.text.Problem;
import java.util.List;

/// One file of arguments and blocks.
///
/// @param body everything in it that could be read
/// @param comments in the order of the file
/// @param problems what could not be read, in the order of the file
public record HclFile(Body body, List<Comment> comments, List<Problem> problems) {

  public HclFile {
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }
}
