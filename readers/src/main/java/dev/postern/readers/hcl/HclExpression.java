package dev.postern.readers.hcl;

import dev.postern.text.Comment;
import dev.postern.text.Problem;
import java.util.List;

/// One expression or template that stands on its own.
///
/// @param expression [Expression.Invalid] when it could not be read
/// @param comments in the order of the text
/// @param problems why it could not be read
public record HclExpression(Expression expression, List<Comment> comments, List<Problem> problems) {

  public HclExpression {
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }
}
