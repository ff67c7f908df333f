package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Coverage;
import dev.postern.finding.Finding;
import dev.postern.finding.Frame;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.text.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A comment on a pull request: the verdict, the checklist folded away, then the findings with
/// their code folded away. It begins with a marker by which a bot finds its own comment again.
///
/// GitHub refuses comments above 65,536 characters, so findings that do not fit are counted
/// instead.
final class MarkdownReport {
  private static final int MOST = 60_000;
  private static final int MOST_EACH = 10_000;
  private static final int MOST_LISTED = 10;

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(Report report) {
    this.report = report;
  }

  static void write(Report report, Options options, Appendable out) throws IOException {
    out.append(new MarkdownReport(report).show());
  }

  private String show() {
    out.append("<!-- postern review -->\n## Postern: ")
        .append(Words.verdict(report.outcome()))
        .append("\n\n")
        .append(Words.tally(report))
        .append("\n\n");
    checklist();
    notes();
    findings();
    return out.toString();
  }

  private void checklist() {
    out.append("<details><summary>Approval checklist: ")
        .append(Words.checklist(report))
        .append("</summary>\n\n| id | area | item | answer | |\n|---|---|---|---|--:|\n");
    for (ChecklistItem item : report.checklist()) {
      out.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  MarkdownText.cell(item.id()),
                  MarkdownText.cell(item.area()),
                  MarkdownText.cell(item.item()),
                  Words.answer(item),
                  Words.counted(item)));
    }
    out.append("\n</details>\n\n");
  }

  private void notes() {
    Coverage coverage = report.coverage();
    var lines = new ArrayList<String>();
    coverage.unread().forEach(u -> lines.add("not read: " + MarkdownText.prose(u)));
    coverage.readInPart().forEach(u -> lines.add("read in part: " + MarkdownText.prose(u)));
    coverage.unknownTypes().forEach(t -> lines.add("unknown type " + MarkdownText.code(t)));
    for (Problem problem : report.problems()) {
      lines.add(
          problem.level().name().toLowerCase(Locale.ROOT)
              + " at "
              + MarkdownText.code(problem.at().toString())
              + ": "
              + MarkdownText.prose(problem.message()));
    }
    if (lines.isEmpty()) {
      return;
    }
    out.append("<details><summary>Notes on what was read: ")
        .append(Words.count(lines.size()))
        .append("</summary>\n\n");
    bullets(lines);
    out.append("\n</details>\n\n");
  }

  private void bullets(List<String> lines) {
    for (String line : lines.subList(0, Math.min(MOST_LISTED, lines.size()))) {
      out.append("- ").append(line).append('\n');
    }
    if (lines.size() > MOST_LISTED) {
      out.append("- and ").append(Words.count(lines.size() - MOST_LISTED)).append(" more\n");
    }
  }

  private void findings() {
    var findings = TextReport.ordered(report);
    String heading = "";
    int shown = 0;
    for (Finding finding : findings) {
      String label = finding.status() == Status.SUPPRESSED ? "suppressed" : Words.label(finding);
      String block = label.equals(heading) ? "" : "### " + label + "\n\n";
      String whole = block + claim(finding) + details(finding);
      block = whole.length() <= MOST_EACH ? whole : block + claim(finding);
      if (out.length() + block.length() > MOST) {
        break;
      }
      heading = label;
      out.append(block);
      shown++;
    }
    if (shown < findings.size()) {
      out.append("**")
          .append(Words.count(findings.size() - shown, "more finding"))
          .append(" left out to fit a comment**; `postern review` lists all of them\n");
    }
  }

  private static String claim(Finding finding) {
    var block = new StringBuilder();
    block
        .append("**")
        .append(MarkdownText.prose(finding.title()))
        .append("** at ")
        .append(MarkdownText.code(finding.location().toString()))
        .append(" in ")
        .append(MarkdownText.code(finding.subject().address()));
    if (finding.instances() > 1) {
      block.append(" and ").append(Words.count(finding.instances() - 1L, "more instance"));
    }
    block.append(" (").append(MarkdownText.code(finding.rule())).append(")\n\n");
    return block.toString();
  }

  private String details(Finding finding) {
    var block = new StringBuilder();
    for (String line : lines(finding)) {
      block.append("- ").append(line).append('\n');
    }
    block.append("\n<details><summary>code</summary>\n\n");
    FindingText.frames(finding).forEach(frame -> code(block, frame));
    return block.append("</details>\n\n").toString();
  }

  private static List<String> lines(Finding finding) {
    var lines = new ArrayList<String>();
    String fact = finding.frames().isEmpty() ? "" : finding.frames().getFirst().fact();
    if (!fact.isEmpty()) {
      lines.add(MarkdownText.prose(fact));
    }
    finding.when().ifPresent(when -> lines.add("when " + MarkdownText.code(when)));
    finding
        .witness()
        .ifPresent(w ->
            Words.witness(w, finding.subject().address())
                .forEach(line -> lines.add("witness: " + MarkdownText.code(line))));
    finding.why().ifPresent(why -> lines.add(MarkdownText.prose(why)));
    if (finding.status() == Status.VIOLATED && !finding.fix().title().isEmpty()) {
      String price = finding.fix().safe() ? "" : " (unsafe: " + finding.fix().price() + ")";
      lines.add("fix: " + MarkdownText.prose(finding.fix().title() + price));
    }
    finding.decide().forEach(command -> lines.add("decide: " + MarkdownText.code(command)));
    finding
        .suppression()
        .ifPresent(s -> lines.add("accepted " + MarkdownText.prose(Words.suppression(s))));
    return lines;
  }

  private void code(StringBuilder block, Frame frame) {
    var code = Snippet.lines(report.secrets(), frame.span());
    if (!code.isEmpty()) {
      block.append(MarkdownText.code(frame.span().toString()));
      if (!frame.caption().isEmpty()) {
        block.append(' ').append(MarkdownText.prose(frame.caption()));
      }
      block.append("\n\n").append(MarkdownText.block(language(frame), code)).append('\n');
    }
  }

  private static String language(Frame frame) {
    String path = frame.span().file().path();
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return switch (ending) {
      case "tf", "hcl", "tfvars" -> "hcl";
      case "yaml", "yml", "template" -> "yaml";
      case "json" -> "json";
      default -> "";
    };
  }
}
