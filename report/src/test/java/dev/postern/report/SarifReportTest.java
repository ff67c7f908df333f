package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SarifReportTest {
  private static final RuleBook BOOK =
      new RuleBook() {
        @Override
        public List<RuleInfo> rules() {
          return List.of();
        }

        @Override
        public Optional<String> page(String rule) {
          return Optional.of("# " + rule + "\n\nAnyone can\ndo it.\n\nMore.\n");
        }

        @Override
        public Map<String, List<String>> aliases(String rule) {
          return Map.of();
        }
      };

  @Test
  void keepsTheOfficialSchema() throws IOException {
    assertThat(errors(write(Samples.everything()))).isEmpty();
    assertThat(errors(write(Samples.report(Outcome.APPROVED, List.of())))).isEmpty();
  }

  @Test
  void theSchemaIsNotEmpty() throws IOException {
    String broken = write(Samples.everything()).replace("\"review\"", "\"reviewed\"");
    assertThat(errors(broken)).isNotEmpty();
  }

  @Test
  void results() {
    var results = Parsed.list(run(Samples.everything()), "results");
    assertThat(results)
        .extracting(r -> r.get("ruleId") + " " + r.get("kind") + " " + r.get("level"))
        .containsExactly(
            "public-database fail error",
            "privilege-escalation fail error",
            "hard-coded-secret fail error",
            "ssh-from-internet fail error",
            "ssh-from-internet review none");
    assertThat(results)
        .allMatch(r -> Parsed.object(r, "partialFingerprints").containsKey("postern/v1"))
        .noneMatch(r -> r.containsKey("fixes"));
    assertThat(results.get(3).get("ruleIndex")).isEqualTo(3);
    assertThat(Parsed.list(results.getFirst(), "suppressions").getFirst())
        .containsEntry("kind", "external")
        .containsEntry(
            "justification",
            "until 2027-01-31 by platform: read replica of public data, behind a firewall"
                + " (postern.yaml:4)");
  }

  @Test
  void aHopIsAStepOfTheCodeFlow() {
    var result = Parsed.list(run(Samples.report(Samples.ssh().finding())), "results").getFirst();
    var flow = Parsed.list(result, "codeFlows").getFirst();
    var steps = Parsed.list(Parsed.list(flow, "threadFlows").getFirst(), "locations");
    assertThat(steps)
        .extracting(s -> uri(Parsed.object(s, "location")))
        .containsExactly("modules/web/variables.tf", "modules/web/main.tf");
    assertThat(Parsed.list(result, "relatedLocations"))
        .extracting(SarifReportTest::uri)
        .containsExactly("modules/web/variables.tf");
  }

  @Test
  void rules() {
    var options = new Options(false, 100, true, false, Severity.HIGH, Optional.of(BOOK));
    String log = Samples.write(Samples.report(Samples.ssh().finding()), Format.SARIF, options);
    var run = Parsed.list(Parsed.json(log), "runs").getFirst();
    var rule = Parsed.list(Parsed.object(Parsed.object(run, "tool"), "driver"), "rules").getFirst();
    assertThat(rule)
        .containsEntry("id", "ssh-from-internet")
        .containsEntry("shortDescription", Map.of("text", "SSH is open to the Internet"))
        .containsEntry("fullDescription", Map.of("text", "Anyone can do it."))
        .containsEntry("defaultConfiguration", Map.of("level", "error"))
        .containsEntry(
            "properties",
            Map.of("security-severity", "9.5", "tags", List.of("security", "F08", "C10")));
    assertThat(Parsed.object(rule, "help")).containsKeys("text", "markdown");
  }

  @Test
  void whatWasNotReadIsANotification() {
    var invocation = Parsed.list(run(Samples.everything()), "invocations").getFirst();
    assertThat(invocation).containsEntry("executionSuccessful", false).containsEntry("exitCode", 1);
    assertThat(Parsed.list(invocation, "toolExecutionNotifications"))
        .extracting(n -> n.get("level") + " " + Parsed.object(n, "message").get("text"))
        .containsExactly(
            "error `resource` has no labels",
            "warning block is not closed",
            "error modules/gone: no such folder",
            "warning broken.tf: read in part",
            "note unknown type `aws_foo`");
  }

  @Test
  void aNameIsNoLink() {
    var finding = Samples.ssh().in("[click](http://evil)").finding();
    var result = Parsed.list(run(Samples.report(finding)), "results").getFirst();
    assertThat(Parsed.text(Parsed.object(result, "message"), "text"))
        .contains("[click] (http://evil)");
  }

  private static Object uri(Map<String, Object> location) {
    var physical = Parsed.object(location, "physicalLocation");
    return Parsed.object(physical, "artifactLocation").getOrDefault("uri", "");
  }

  private static Map<String, Object> run(Report report) {
    return Parsed.list(Parsed.json(write(report)), "runs").getFirst();
  }

  private static String write(Report report) {
    return Samples.write(report, Format.SARIF, Options.PLAIN);
  }

  private static List<String> errors(String log) throws IOException {
    try (var official =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(official)
          .validate(
              log,
              InputFormat.JSON,
              context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
