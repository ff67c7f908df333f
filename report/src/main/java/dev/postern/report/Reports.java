package dev.postern.report;

import dev.postern.finding.Report;
import java.io.IOException;

/// Writes reports.
public final class Reports {
  private Reports() {}

  /// Writes `report` to `out` as `format`; lines end with `\n`.
  ///
  /// @throws IOException when `out` does
  public static void write(Report report, Format format, Options options, Appendable out)
      throws IOException {
    switch (format) {
      case TEXT -> TextReport.write(report, options, out);
      case CONCISE -> ConciseReport.write(report, out);
      case JSON -> JsonReport.write(report, options, out);
      case SARIF -> SarifReport.write(report, options, out);
      case MARKDOWN -> MarkdownReport.write(report, options, out);
      case JUNIT -> JUnitReport.write(report, options, out);
    }
  }
}
