package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Coverage;
import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.report.Ink.Tone;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The end of a text report: the approval checklist, what was accepted, what was read and what was
/// not understood, and the verdict.
final class SummaryText {
  private static final int MOST_LISTED = 20;

  private final Report report;
  private final Ink ink;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  SummaryText(Report report, Ink ink, int width) {
    this.report = report;
    this.ink = ink;
    this.width = Math.max(60, width);
  }

  String show() {
    checklist();
    suppressed();
    coverage();
    problems();
    Tone tone =
        switch (report.outcome()) {
          case APPROVED -> Tone.GOOD;
          case NOT_APPROVED -> Tone.BAD;
          case INCOMPLETE -> Tone.DOUBTFUL;
        };
    out.append(ink.paint(tone, Words.verdict(report.outcome())))
        .append(": ")
        .append(Words.tally(report))
        .append('\n');
    return out.toString();
  }

  private void checklist() {
    if (report.checklist().isEmpty()) {
      return;
    }
    heading("approval checklist");
    int area = 0;
    int item = 0;
    int answer = 0;
    int count = 0;
    for (ChecklistItem each : report.checklist()) {
      area = Math.max(area, Columns.width(each.area()));
      item = Math.max(item, Columns.width(each.item()));
      answer = Math.max(answer, Words.answer(each).length());
      count = Math.max(count, Words.counted(each).length());
    }
    int columns = Math.clamp(width - 13L - area - answer - count, 12, Math.max(12, item));
    for (ChecklistItem each : report.checklist()) {
      var lines = Columns.wrap(ink.said(each.item()), columns);
      String counted = Words.counted(each);
      String said = Words.answer(each);
      out.append("  %s  %s  ".formatted(each.id(), Columns.pad(each.area(), area)))
          .append(Columns.pad(lines.getFirst(), columns))
          .append("  ")
          .append(ink.paint(tone(each), said))
          .append(counted.isEmpty() ? "" : " ".repeat(answer - said.length() + 2))
          .append(counted.isEmpty() ? "" : " ".repeat(count - counted.length()) + counted)
          .append('\n');
      String hanging = " ".repeat(each.id().length() + area + 6);
      lines.subList(1, lines.size()).forEach(l -> out.append(hanging).append(l).append('\n'));
    }
    out.append('\n');
  }

  private static Tone tone(ChecklistItem item) {
    return switch (item.answer()) {
      case PASS -> Tone.GOOD;
      case FAIL -> Tone.BAD;
      case UNDECIDED -> Tone.DOUBTFUL;
      case NOT_APPLICABLE -> Tone.QUIET;
    };
  }

  private void suppressed() {
    var lines = new ArrayList<String>();
    for (Finding finding : report.findings()) {
      if (finding.status() == Status.SUPPRESSED && finding.severity().atLeast(Severity.HIGH)) {
        lines.add(
            "%s  %s  %s  [%s]"
                .formatted(
                    Columns.pad(finding.severity().toString(), 8),
                    finding.location(),
                    finding.title(),
                    finding.rule()));
      }
    }
    list("suppressed", lines);
  }

  private void coverage() {
    Coverage coverage = report.coverage();
    heading("read");
    out.append("  ")
        .append(Words.count(coverage.files(), "file"))
        .append(", ")
        .append(Words.count(coverage.resources(), "resource"))
        .append(" in ")
        .append(Words.count(coverage.units().size(), "unit"));
    out.append('\n');
    if (coverage.values().open() > 0) {
      rows(List.of(Words.unknown(coverage.values())));
    }
    rows(coverage.units().stream().map(SummaryText::unit).toList());
    out.append('\n');
    var unknown = new ArrayList<String>();
    coverage.unknownTypes().forEach(type -> unknown.add("unknown type  " + type));
    coverage.unread().forEach(unread -> unknown.add("unread        " + unread));
    coverage.readInPart().forEach(file -> unknown.add("read in part  " + file));
    list("not understood", unknown);
  }

  private static String unit(Coverage.CoveredUnit unit) {
    return "%s  %s, %s%s"
        .formatted(
            unit.name(),
            unit.kind(),
            Words.count(unit.resources(), "resource"),
            unit.choice().isEmpty() ? "" : ": " + unit.choice());
  }

  private void problems() {
    list(
        "problems",
        report.problems().stream()
            .sorted(Comparator.comparing(Problem::level))
            .map(p ->
                "%s  %s  %s"
                    .formatted(
                        Columns.pad(p.level().name().toLowerCase(Locale.ROOT), 7),
                        p.at(),
                        p.message()))
            .toList());
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      heading(heading);
      rows(lines);
      out.append('\n');
    }
  }

  private void heading(String heading) {
    out.append(ink.paint(Tone.STRONG, heading)).append('\n');
  }

  private void rows(List<String> lines) {
    for (String line : lines.subList(0, Math.min(MOST_LISTED, lines.size()))) {
      out.append("  ");
      out.append(String.join("\n    ", Columns.wrap(ink.said(line), width - 4)));
      out.append('\n');
    }
    if (lines.size() > MOST_LISTED) {
      out.append("  and ").append(Words.count(lines.size() - MOST_LISTED)).append(" more\n");
    }
  }
}
