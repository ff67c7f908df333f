package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Coverage;
import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// JUnit's XML: a suite for the approval checklist, one for what could not be read, and one per
/// rule that found something, with a test case per finding.
///
/// - A violated finding is a `failure` whose type is its severity.
/// - An undecided finding at or above `failOn`, and an undecided checklist item, is a `failure` of
///   type `undecided`, because the review is not complete without it.
/// - Undecided below that, suppressed, informational and not applicable are `skipped`.
/// - What could not be read is an `error`.
final class JUnitReport {
  private final Report report;
  private final Options options;

  private JUnitReport(Report report, Options options) {
    this.report = report;
    this.options = options;
  }

  static void write(Report report, Options options, Appendable out) throws IOException {
    out.append(new JUnitReport(report, options).show());
  }

  /// How a test case ended.
  private enum Result {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private record TestCase(
      String owner, String name, Result result, String type, String message, String detail) {}

  private String show() {
    var suites = new ArrayList<String>();
    var all = new ArrayList<TestCase>();
    add(suites, all, "approval checklist", report.checklist().stream().map(this::item).toList());
    add(suites, all, "reading", unread());
    var byRule = new TreeMap<String, List<TestCase>>();
    report.findings().stream()
        .sorted(Words.BY_PLACE)
        .forEach(f -> byRule.computeIfAbsent(f.rule(), _ -> new ArrayList<>()).add(finding(f)));
    byRule.forEach((rule, cases) -> add(suites, all, rule, cases));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<testsuites name=\"postern\"%s>\n".formatted(counts(all))
        + String.join("", suites)
        + "</testsuites>\n";
  }

  private static void add(
      List<String> suites, List<TestCase> all, String name, List<TestCase> cases) {
    if (!cases.isEmpty()) {
      all.addAll(cases);
      var suite = new StringBuilder();
      suite.append("  <testsuite name=\"%s\"%s>\n".formatted(Escape.xml(name), counts(cases)));
      cases.forEach(each -> write(suite, each));
      suites.add(suite.append("  </testsuite>\n").toString());
    }
  }

  private static String counts(List<TestCase> cases) {
    return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
        .formatted(
            cases.size(),
            count(cases, Result.FAILURE),
            count(cases, Result.ERROR),
            count(cases, Result.SKIPPED));
  }

  private static long count(List<TestCase> cases, Result result) {
    return cases.stream().filter(c -> c.result() == result).count();
  }

  private static void write(StringBuilder out, TestCase test) {
    out.append(
        "    <testcase classname=\"%s\" name=\"%s\""
            .formatted(xml(test.owner()), xml(test.name())));
    String message = xml(test.message());
    switch (test.result()) {
      case PASSED -> out.append("/>\n");
      case SKIPPED ->
          out.append(">\n      <skipped message=\"%s\"/>\n    </testcase>\n".formatted(message));
      case FAILURE, ERROR -> {
        String tag = test.result() == Result.FAILURE ? "failure" : "error";
        out.append(
            ">\n      <%s type=\"%s\" message=\"%s\">%s</%s>\n    </testcase>\n"
                .formatted(tag, xml(test.type()), message, Escape.xml(test.detail()), tag));
      }
    }
  }

  private static String xml(String text) {
    return Escape.xml(Escape.visible(text));
  }

  private TestCase item(ChecklistItem item) {
    String name = item.id() + " " + item.item();
    Result result =
        switch (item.answer()) {
          case PASS -> Result.PASSED;
          case FAIL, UNDECIDED -> Result.FAILURE;
          case NOT_APPLICABLE -> Result.SKIPPED;
        };
    String type = item.answer().toString();
    String message = (Words.answer(item) + " " + Words.counted(item)).strip();
    return new TestCase(item.area(), name, result, type, message, "");
  }

  private List<TestCase> unread() {
    var cases = new ArrayList<TestCase>();
    Coverage coverage = report.coverage();
    coverage
        .unread()
        .forEach(u -> cases.add(new TestCase("reading", u, Result.ERROR, "unread", u, "")));
    coverage
        .readInPart()
        .forEach(u -> cases.add(new TestCase("reading", u, Result.ERROR, "read in part", u, "")));
    return cases;
  }

  private TestCase finding(Finding finding) {
    boolean counts = finding.severity().atLeast(options.failOn());
    Result result =
        switch (finding.status()) {
          case VIOLATED -> finding.severity() == Severity.INFO ? Result.SKIPPED : Result.FAILURE;
          case UNDECIDED -> counts ? Result.FAILURE : Result.SKIPPED;
          case SUPPRESSED, SATISFIED -> Result.SKIPPED;
        };
    String type =
        finding.status() == Status.UNDECIDED ? "undecided" : finding.severity().toString();
    String reason = finding.suppression().map(s -> ", " + Words.suppression(s)).orElse("");
    return new TestCase(
        finding.location().file().path(),
        finding.subject().address() + " at " + finding.location(),
        result,
        type,
        Words.label(finding) + ": " + finding.title() + reason,
        new FindingText(report.secrets(), new Ink(false, true), options.width()).show(finding));
  }
}
