package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.text.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
  @Test
  void theReport() {
    var report = read(Samples.everything(), Samples.wide(100));
    assertThat(report)
        .containsOnlyKeys(
            "version",
            "tool",
            "verdict",
            "checklist",
            "findings",
            "evaluations",
            "coverage",
            "problems")
        .containsEntry("version", 1)
        .containsEntry("tool", Map.of("name", "postern", "version", "0.1.0"))
        .containsEntry("verdict", "not-approved");
    assertThat(Parsed.list(report, "checklist").getFirst())
        .isEqualTo(
            Map.of(
                "id",
                "C06",
                "area",
                "S3",
                "item",
                "public access blocked",
                "status",
                "pass",
                "passed",
                12,
                "failed",
                0,
                "undecided",
                0,
                "suppressed",
                2));
    assertThat(Parsed.list(report, "evaluations")).hasSize(5);
    assertThat(Parsed.object(report, "coverage"))
        .containsEntry("files", 12)
        .containsEntry("resources", 140)
        .containsEntry("unknownTypes", List.of("aws_foo"))
        .containsEntry("unread", List.of("modules/gone: no such folder"))
        .containsEntry("readInPart", List.of("broken.tf"));
    assertThat(Parsed.list(report, "problems").getFirst())
        .isEqualTo(
            Map.of(
                "severity", "error",
                "message", "`resource` has no labels",
                "location", location("broken.tf", 1, 1, 1, 9)));
  }

  @Test
  void aFinding() {
    var finding = finding(Samples.ssh());
    assertThat(finding)
        .containsEntry("rule", "ssh-from-internet")
        .containsEntry("severity", "critical")
        .containsEntry("status", "violated")
        .containsEntry("title", "SSH is open to the Internet")
        .containsEntry("unit", "envs/prod")
        .containsEntry(
            "resource",
            Map.of(
                "address", "aws_security_group.web",
                "type", "AWS::EC2::SecurityGroup",
                "sourceType", "aws_security_group"))
        .containsEntry("location", location("modules/web/main.tf", 15, 19, 15, 34))
        .containsEntry("when", null)
        .containsEntry("why", null)
        .containsEntry("instances", 1)
        .containsEntry(
            "witness", Map.of("kind", "packet", "source", "8.8.8.8", "protocol", "tcp", "port", 22))
        .containsEntry("serves", List.of("F08", "C10"))
        .containsEntry("aliases", Map.of("checkov", List.of("CKV_AWS_24")))
        .containsEntry("fingerprint", "fp-ssh-from-internet-aws_security_group.web")
        .containsEntry("suppression", null);
    assertThat(Parsed.list(finding, "evidence").get(1))
        .isEqualTo(
            Map.of(
                "caption", "the value of var.admin_cidrs",
                "fact", "",
                "location", location("modules/web/variables.tf", 3, 13, 3, 41),
                "code", "  default = [\"0.0.0.0/1\", \"128.0.0.0/1\"]"));
    assertThat(Parsed.object(finding, "fix"))
        .containsEntry("safety", "unsafe")
        .containsEntry("edits", List.of())
        .containsEntry("verified", false)
        .containsKeys("title", "price");
  }

  @Test
  void whatOnlySomeFindingsHave() {
    assertThat(finding(Samples.suppressed()).get("suppression"))
        .isEqualTo(
            Map.of(
                "reason", "read replica of public data, behind a firewall",
                "until", "2027-01-31",
                "owner", "platform",
                "source", "postern.yaml:4"));
    assertThat(finding(Samples.undecided()))
        .containsEntry("status", "undecided")
        .containsEntry("fix", null);
    assertThat(finding(Samples.leaked()))
        .containsEntry("when", "Env = prod")
        .containsEntry("instances", 10_000);
    assertThat(Parsed.object(finding(Samples.escalation()), "witness"))
        .containsEntry("kind", "request")
        .containsEntry("context", Map.of("iam:PassedToService", List.of("lambda.amazonaws.com")));
  }

  @Test
  void findingsAreInTheOrderOfFiles() {
    var report = read(Samples.everything(), Options.PLAIN);
    assertThat(Parsed.list(report, "findings"))
        .extracting(f -> Parsed.object(f, "location").get("path"))
        .containsExactly("envs/prod/db.tf", "iam.tf", "lambda.tf", "modules/web/main.tf", "ssh.tf");
    assertThat(report).doesNotContainKey("evaluations");
  }

  @Test
  void atMostTwentyResourcesAreListed() {
    var addresses = new String[30];
    Arrays.setAll(addresses, i -> "a[" + i + "]");
    assertThat(Parsed.list(finding(Samples.ssh().in(addresses)), "resources")).hasSize(20);
  }

  @Test
  void ofALongLineTheCodeIsAroundTheSubject() {
    var file = SourceFile.of("a.json", "[" + "1,".repeat(5_000) + "\"*\"" + ",2".repeat(500) + "]");
    var draft = Draft.of("r", "t").in("a").frame(Draft.at(file, "\"*\""), "", "");
    assertThat(Parsed.text(Parsed.list(finding(draft), "evidence").getFirst(), "code"))
        .hasSize(400)
        .contains("1,\"*\",2");
  }

  @Test
  void theTextIsAsciiAndKeepsWhatWasWritten() {
    var draft = Samples.ssh().in("aws_x.\"\u202e\u001b[31m名\ud83d\"");
    String json = Samples.write(Samples.report(draft.finding()), Format.JSON, Options.PLAIN);
    assertThat(json).isASCII().endsWith("}\n").doesNotContain("\u001b");
    assertThat(Parsed.object(finding(draft), "resource"))
        .containsEntry("address", "aws_x.\"\u202e\u001b[31m名\ufffd\"");
  }

  @Test
  void theVerdicts() {
    for (Outcome outcome : Outcome.values()) {
      assertThat(read(Samples.report(outcome, List.of()), Options.PLAIN))
          .containsEntry("verdict", outcome.toString());
    }
  }

  private static Map<String, Object> location(
      String path, int line, int column, int endLine, int endColumn) {
    return Map.of(
        "path", path, "line", line, "column", column, "endLine", endLine, "endColumn", endColumn);
  }

  private static Map<String, Object> finding(Draft draft) {
    var report = read(Samples.report(draft.finding()), Options.PLAIN);
    return Parsed.list(report, "findings").getFirst();
  }

  private static Map<String, Object> read(Report report, Options options) {
    return Parsed.json(Samples.write(report, Format.JSON, options));
  }
}
