package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Cloud;
import dev.postern.text.Problem;
import java.util.List;

/// Everything that was read.
public record Loaded(Cloud cloud, Coverage coverage, List<Problem> problems) {
  public Loaded {
    problems = List.copyOf(problems);
  }

  /// Whether there is nothing to review: not one file was read, or those that were say all that
  /// they say and declare no resource.
  public boolean isEmpty() {
    boolean resources = cloud.resources().stream().anyMatch(r -> !r.isRemainder());
    boolean complete = problems.stream().noneMatch(p -> p.level() == Problem.Level.ERROR);
    return coverage.files() == 0 || (!resources && complete);
  }
}
