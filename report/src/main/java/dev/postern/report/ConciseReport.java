package dev.postern.report;

import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import java.io.IOException;

/// One line per finding, as compilers write them: `path:line:col: severity: title [rule]`. What is
/// undecided or suppressed says so at the end of its line.
final class ConciseReport {
  private ConciseReport() {}

  static void write(Report report, Appendable out) throws IOException {
    for (Finding finding : TextReport.ordered(report)) {
      String status =
          switch (finding.status()) {
            case VIOLATED, SATISFIED -> "";
            case UNDECIDED -> " (undecided)";
            case SUPPRESSED -> " (suppressed)";
          };
      out.append(
          Escape.visible(
              "%s: %s: %s [%s]%s"
                  .formatted(
                      finding.location(),
                      finding.severity(),
                      finding.title(),
                      finding.rule(),
                      status)));
      out.append('\n');
    }
    out.append("checklist: ").append(Words.checklist(report)).append('\n');
    out.append("verdict: ").append(Words.verdict(report.outcome())).append('\n');
  }
}
