package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Cloud;
import dev.postern.text.Problem;
import java.util.List;

/// Everything that was read.
///
/// @param units how many things to review were found; none is an error of usage
public record Loaded(Cloud cloud, Coverage coverage, List<Problem> problems, int units) {
  public Loaded {
    problems = List.copyOf(problems);
  }
}
