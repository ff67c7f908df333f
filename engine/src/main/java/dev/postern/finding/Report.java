package dev.postern.finding;

import dev.postern.text.Problem;
import java.util.List;

/// The result of a review, from which every report is rendered.
///
/// @param version of the program
/// @param findings by severity, file, line, rule
/// @param evaluations every question that was asked of every resource, by file, line, rule
/// @param secrets where the texts shown must be masked
public record Report(
    String version,
    Outcome outcome,
    List<ChecklistItem> checklist,
    List<Finding> findings,
    List<Evaluation> evaluations,
    Coverage coverage,
    List<Problem> problems,
    Secrets secrets) {

  /// The exit code that says that the program itself failed.
  public static final int OUR_BUG = 70;

  public Report {
    checklist = List.copyOf(checklist);
    findings = List.copyOf(findings);
    evaluations = List.copyOf(evaluations);
    problems = List.copyOf(problems);
  }

  /// The exit code of the command: a bug of ours goes before the outcome.
  public int exitCode() {
    return problems.stream().anyMatch(Problem::isBug) ? OUR_BUG : outcome.exitCode();
  }
}
