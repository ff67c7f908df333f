package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Finding;
import dev.postern.finding.Frame;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.finding.Suppression;
import dev.postern.rule.Severity;
import dev.postern.rule.Witness;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// SARIF 2.1.0 (OASIS standard, 27 March 2020), as code scanning services read it.
///
/// A violated finding is a result of kind `fail`; an undecided one of kind `review`, a finding that
/// is proved harmless of kind `informational`, both with the level `none` that the standard demands
/// there (§3.27.10). What is suppressed stays a result, with its justification (§3.35). There are
/// no `fixes`: an edit that nobody tried is not offered.
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final Json json;
  private final Report report;
  private final LinkedHashMap<String, Integer> ruleIndex = new LinkedHashMap<>();

  private SarifReport(Json json, Report report) {
    this.json = json;
    this.report = report;
  }

  static void write(Report report, Options options, Appendable out) throws IOException {
    Json.write(out, json -> new SarifReport(json, report).log(options));
  }

  private void log(Options options) {
    var findings = report.findings().stream().sorted(Words.BY_PLACE).toList();
    var rules = SarifRule.of(findings, options.rules());
    rules.forEach(rule -> ruleIndex.put(rule.name(), ruleIndex.size()));
    json.object(() ->
        json.text("$schema", SCHEMA)
            .text("version", "2.1.0")
            .only("runs", () -> json.object(() -> run(rules, findings))));
  }

  private void run(List<SarifRule> rules, List<Finding> findings) {
    json.object(
        "tool",
        () ->
            json.object(
                "driver",
                () ->
                    json.text("name", "postern")
                        .text("version", report.version())
                        .array("rules", rules, rule -> rule.write(json))));
    json.text("columnKind", "utf16CodeUnits");
    json.only("invocations", () -> json.object(this::invocation));
    json.array("results", findings, finding -> json.object(() -> result(finding)));
    json.object(
        "properties",
        () ->
            json.text("verdict", report.outcome().toString())
                .array("checklist", report.checklist(), this::item));
  }

  private void item(ChecklistItem item) {
    json.object(() ->
        json.text("id", item.id())
            .text("item", item.item())
            .text("status", item.answer().toString()));
  }

  private void invocation() {
    boolean complete = report.problems().stream().noneMatch(p -> p.level() == Problem.Level.ERROR);
    json.flag("executionSuccessful", complete && report.coverage().isWhole())
        .number("exitCode", report.outcome().exitCode());
    var notifications = new ArrayList<Runnable>();
    report.problems().forEach(p -> notifications.add(() -> notification(p)));
    report.coverage().unread().forEach(u -> notifications.add(() -> notification("error", u)));
    report
        .coverage()
        .readInPart()
        .forEach(u -> notifications.add(() -> notification("warning", u + ": read in part")));
    report
        .coverage()
        .unknownTypes()
        .forEach(t -> notifications.add(() -> notification("note", "unknown type `" + t + "`")));
    json.array("toolExecutionNotifications", notifications, n -> json.object(n));
  }

  private void notification(String level, String message) {
    json.text("level", level);
    message("message", message);
  }

  private void notification(Problem problem) {
    String level =
        switch (problem.level()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "note";
        };
    notification(level, problem.message());
    json.only("locations", () -> location(problem.at()));
  }

  private void result(Finding finding) {
    json.text("ruleId", finding.rule());
    json.number("ruleIndex", ruleIndex.getOrDefault(finding.rule(), -1));
    boolean harmless = finding.severity() == Severity.INFO;
    String kind =
        finding.status() == Status.UNDECIDED ? "review" : harmless ? "informational" : "fail";
    json.text("kind", kind);
    json.text("level", kind.equals("fail") ? SarifRule.level(finding.severity()) : "none");
    message("message", message(finding));
    json.only("locations", () -> location(finding));
    var frames = FindingText.frames(finding);
    if (frames.size() > 1) {
      json.array("relatedLocations", frames.subList(1, frames.size()), this::location);
      json.only("codeFlows", () -> codeFlow(frames));
    }
    json.object("partialFingerprints", () -> json.text("postern/v1", finding.fingerprint()));
    finding.suppression().ifPresent(s -> json.only("suppressions", () -> suppression(s)));
    json.object("properties", () -> properties(finding));
  }

  private static String message(Finding finding) {
    var text = new StringBuilder(finding.title()).append(' ').append(Words.subject(finding));
    String fact = finding.frames().isEmpty() ? "" : finding.frames().getFirst().fact();
    text.append(fact.isEmpty() ? "" : ": " + fact);
    finding.when().ifPresent(when -> text.append("\nwhen ").append(when));
    finding.why().ifPresent(why -> text.append('\n').append(why));
    if (!finding.fix().title().isEmpty()) {
      text.append("\nfix: ").append(finding.fix().title());
    }
    return text.toString();
  }

  private void properties(Finding finding) {
    json.text("severity", finding.severity().toString())
        .text("status", finding.status().toString())
        .text("resource", finding.subject().address())
        .text("unit", finding.subject().unit())
        .number("instances", finding.instances());
    finding.when().ifPresent(when -> json.text("when", when));
    if (finding.witness().isPresent()) {
      Witness witness = finding.witness().get();
      json.texts("witness", Words.witness(witness, finding.subject().address()));
    }
  }

  private void suppression(Suppression suppression) {
    boolean file = suppression.source().contains("postern.yaml");
    json.object(() ->
        json.text("kind", file ? "external" : "inSource")
            .text("status", "accepted")
            .text("justification", Words.suppression(suppression)));
  }

  /// From where the value is written to where it is used.
  private void codeFlow(List<Frame> frames) {
    json.object(() ->
        json.only(
            "threadFlows",
            () ->
                json.object(() ->
                    json.array(
                        "locations",
                        frames.reversed(),
                        f -> json.object(() -> json.object("location", () -> place(f)))))));
  }

  private void location(Finding finding) {
    json.object(() -> {
      physical(finding.location());
      json.only(
          "logicalLocations",
          () ->
              json.object(() ->
                  json.text("fullyQualifiedName", finding.subject().address())
                      .text("kind", "resource")));
    });
  }

  private void location(Frame frame) {
    json.object(() -> place(frame));
  }

  private void location(Span span) {
    json.object(() -> physical(span));
  }

  private void place(Frame frame) {
    physical(frame.span());
    String between = frame.caption().isEmpty() || frame.fact().isEmpty() ? "" : ": ";
    String text = frame.caption() + between + frame.fact();
    if (!text.isEmpty()) {
      message("message", text);
    }
  }

  private void physical(Span span) {
    json.object(
        "physicalLocation",
        () -> {
          json.object("artifactLocation", () -> json.text("uri", SarifUri.of(span.file().path())));
          json.object(
              "region",
              () ->
                  json.number("startLine", span.line())
                      .number("startColumn", span.column())
                      .number("endLine", span.endLine())
                      .number("endColumn", span.endColumn()));
          var code = Snippet.lines(report.secrets(), span);
          if (!code.isEmpty()) {
            json.object("contextRegion", () -> lines(span.line(), code));
          }
        });
  }

  private void lines(int first, List<String> code) {
    json.number("startLine", first)
        .number("endLine", first + code.size() - 1)
        .object("snippet", () -> json.text("text", String.join("\n", code)));
  }

  /// A plain text message: `[text](target)` is a link there (§3.11.6), so it is broken up.
  private void message(String name, String text) {
    json.object(name, () -> json.text("text", text.replace("](", "] (")));
  }
}
