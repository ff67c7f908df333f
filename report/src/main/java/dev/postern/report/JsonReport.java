package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Coverage;
import dev.postern.finding.Evaluation;
import dev.postern.finding.Finding;
import dev.postern.finding.FixText;
import dev.postern.finding.Frame;
import dev.postern.finding.Report;
import dev.postern.finding.Secrets;
import dev.postern.finding.Subject;
import dev.postern.finding.Suppression;
import dev.postern.rule.Witness;
import dev.postern.text.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// The program's own contract: `version` 1. Members are only ever added to it.
final class JsonReport {
  private static final int MOST_RESOURCES = 20;

  private final Json json;
  private final Secrets secrets;

  private JsonReport(Json json, Secrets secrets) {
    this.json = json;
    this.secrets = secrets;
  }

  static void write(Report report, Options options, Appendable out) throws IOException {
    Json.write(out, json -> new JsonReport(json, report.secrets()).report(report, options));
  }

  private void report(Report report, Options options) {
    json.object(() -> {
      json.number("version", 1);
      json.object("tool", () -> json.text("name", "postern").text("version", report.version()));
      json.text("verdict", report.outcome().toString());
      json.array("checklist", report.checklist(), this::item);
      var findings = report.findings().stream().sorted(Words.BY_PLACE).toList();
      json.array("findings", findings, this::finding);
      if (options.all()) {
        json.array("evaluations", report.evaluations(), this::evaluation);
      }
      json.object("coverage", () -> coverage(report.coverage()));
      json.array("problems", report.problems(), this::problem);
    });
  }

  private void item(ChecklistItem item) {
    json.object(() ->
        json.text("id", item.id())
            .text("area", item.area())
            .text("item", item.item())
            .text("status", item.answer().toString())
            .number("passed", item.passed())
            .number("failed", item.failed())
            .number("undecided", item.undecided())
            .number("suppressed", item.suppressed()));
  }

  private void finding(Finding finding) {
    json.object(() -> {
      json.text("rule", finding.rule())
          .text("severity", finding.severity().toString())
          .text("status", finding.status().toString())
          .text("title", finding.title())
          .text("unit", finding.subject().unit())
          .object("resource", () -> subject(finding.subject()))
          .location("location", finding.location())
          .array("evidence", finding.frames(), this::frame)
          .text("when", finding.when())
          .number("instances", finding.instances())
          .array("resources", listed(finding), this::resource)
          .text("why", finding.why())
          .texts("decide", finding.decide());
      finding
          .witness()
          .ifPresentOrElse(
              w -> json.object("witness", () -> witness(w)), () -> json.none("witness"));
      fix(finding.fix());
      json.texts("serves", finding.serves())
          .object("aliases", () -> new TreeMap<>(finding.aliases()).forEach(json::texts))
          .text("fingerprint", finding.fingerprint());
      finding
          .suppression()
          .ifPresentOrElse(
              s -> json.object("suppression", () -> suppression(s)),
              () -> json.none("suppression"));
    });
  }

  private static List<Subject> listed(Finding finding) {
    var all = finding.resources();
    return all.subList(0, Math.min(MOST_RESOURCES, all.size()));
  }

  private void subject(Subject subject) {
    json.text("address", subject.address())
        .text("type", subject.type())
        .text("sourceType", subject.sourceType());
    subject.construct().ifPresent(path -> json.text("construct", path));
  }

  private void resource(Subject subject) {
    json.object(() -> json.text("address", subject.address()).text("unit", subject.unit()));
  }

  private void frame(Frame frame) {
    json.object(() -> {
      json.text("caption", frame.caption())
          .text("fact", frame.fact())
          .location("location", frame.span());
      var code = Snippet.lines(secrets, frame.span());
      if (!code.isEmpty()) {
        json.text("code", String.join("\n", code));
      }
    });
  }

  private void witness(Witness witness) {
    switch (witness) {
      case Witness.Packet(var source, var protocol, var port) ->
          json.text("kind", "packet")
              .text("source", source)
              .text("protocol", protocol)
              .number("port", port);
      case Witness.Request(var principal, var action, var resource, var context) ->
          json.text("kind", "request")
              .text("principal", principal)
              .text("action", action)
              .text("resource", resource)
              .object("context", () -> context.forEach(json::texts));
    }
  }

  private void fix(FixText fix) {
    if (fix.title().isEmpty()) {
      json.none("fix");
      return;
    }
    json.object(
        "fix",
        () ->
            json.text("safety", fix.safe() ? "safe" : "unsafe")
                .text("title", fix.title())
                .text("price", fix.price())
                .texts("edits", List.of())
                .flag("verified", false));
  }

  private void suppression(Suppression suppression) {
    json.text("reason", suppression.reason())
        .text("until", suppression.until().map(Object::toString))
        .text("owner", suppression.owner())
        .text("source", suppression.source());
  }

  private void evaluation(Evaluation evaluation) {
    json.object(() ->
        json.text("rule", evaluation.rule())
            .object(
                "resource",
                () -> {
                  subject(evaluation.resource());
                  json.text("unit", evaluation.resource().unit());
                })
            .text("status", evaluation.status().toString()));
  }

  private void coverage(Coverage coverage) {
    json.array("units", coverage.units(), this::unit)
        .number("files", coverage.files())
        .number("resources", coverage.resources())
        .object("values", () -> values(coverage.values()))
        .texts("unknownTypes", coverage.unknownTypes())
        .texts("unread", coverage.unread())
        .texts("readInPart", coverage.readInPart());
  }

  private void values(Coverage.Values values) {
    json.number("written", values.written());
    json.object("unknown", () -> values.unknown().forEach(json::number));
  }

  private void unit(Coverage.CoveredUnit unit) {
    json.object(() ->
        json.text("name", unit.name())
            .text("kind", unit.kind())
            .number("resources", unit.resources())
            .text("choice", unit.choice()));
  }

  private void problem(Problem problem) {
    json.object(() ->
        json.text("severity", problem.level().name().toLowerCase(Locale.ROOT))
            .text("message", problem.message())
            .location("location", problem.at()));
  }
}
