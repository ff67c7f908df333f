package dev.postern.report;

import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The report for people at a terminal: what is wrong, what is undecided, what is only to be known,
/// what was accepted, then the summary. Each part keeps the order of the report.
///
/// Undecided findings of one rule that wait for the same answer are one block, so that one missing
/// value used in a hundred places does not hide the rest.
final class TextReport {
  private TextReport() {}

  static void write(Report report, Options options, Appendable out) throws IOException {
    var ink = Ink.of(options);
    var text = new FindingText(report.secrets(), ink, options.width());
    for (List<Finding> same : blocks(ordered(report))) {
      out.append(text.show(same.getFirst(), same.subList(1, same.size()))).append('\n');
    }
    out.append(new SummaryText(report, ink, options.width()).show());
  }

  /// Violated, undecided, informational, suppressed.
  static List<Finding> ordered(Report report) {
    var ordered = new ArrayList<Finding>();
    for (int part = 0; part < 4; part++) {
      for (Finding finding : report.findings()) {
        if (part(finding) == part) {
          ordered.add(finding);
        }
      }
    }
    return ordered;
  }

  private static int part(Finding finding) {
    return switch (finding.status()) {
      case VIOLATED, SATISFIED -> finding.severity() == Severity.INFO ? 2 : 0;
      case UNDECIDED -> 1;
      case SUPPRESSED -> 3;
    };
  }

  /// What an undecided finding waits for. Decided ones differ by their number.
  private record Question(
      int number, String rule, String title, List<String> decide, String missing) {}

  private static Iterable<List<Finding>> blocks(List<Finding> findings) {
    var blocks = new LinkedHashMap<Question, List<Finding>>();
    for (Finding finding : findings) {
      boolean decided = finding.status() != Status.UNDECIDED;
      String missing = finding.frames().isEmpty() ? "" : finding.frames().getLast().fact();
      var question =
          new Question(
              decided ? blocks.size() : -1,
              finding.rule(),
              finding.title(),
              finding.decide(),
              missing);
      blocks.computeIfAbsent(question, _ -> new ArrayList<>()).add(finding);
    }
    return blocks.values();
  }
}
