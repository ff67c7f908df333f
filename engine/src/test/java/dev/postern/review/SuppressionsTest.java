package dev.postern.review;

import static dev.postern.finding.Status.SUPPRESSED;
import static dev.postern.finding.Status.VIOLATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Report;
import dev.postern.model.Cloud;
import dev.postern.rule.Severity;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuppressionsTest {
  private static final String ALLOW = "# postern: allow bad-line until 2026-12-31: known, OPS-1";

  private static Report review(String path, String text, Severity severity) {
    return Sample.review(
        Sample.cloud(path, text), Sample.book(Sample.badLines(severity)), Sample.settings());
  }

  private static Report review(String text) {
    return review("main.tf", text, Severity.HIGH);
  }

  @Test
  void aCommentAboveAResourceIsAboutAllOfIt() {
    Report report =
        review(
            ALLOW
                + """

                # and why it stands here
                resource a {
                  bad
                  x {
                    bad
                  }
                }
                resource b {
                  bad
                }
                """);
    assertThat(Sample.lines(report, SUPPRESSED)).containsExactly(4, 6);
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(10);
    assertThat(report.findings().getFirst().suppression())
        .hasValueSatisfying(s -> {
          assertThat(s.reason()).isEqualTo("known, OPS-1");
          assertThat(s.source()).isEqualTo("main.tf:1:1");
          assertThat(s.until()).hasToString("Optional[2026-12-31]");
        });
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void aCommentInsideIsAboutTheBlockThatItStandsAt() {
    Report report =
        review(
            """
            resource a {
              %s
              ingress {
                bad
              }
              ingress {
                bad
              }
              bad
            }
            """
                .formatted(ALLOW));
    assertThat(Sample.lines(report, SUPPRESSED)).containsExactly(4);
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(7, 9);
  }

  @Test
  void aCommentInsideThatStandsAtNoDefectIsAboutTheResource() {
    Report report =
        review(
            """
            resource a {
              bad

              %s
            }
            """
                .formatted(ALLOW));
    assertThat(Sample.lines(report, SUPPRESSED)).containsExactly(2);
  }

  @Test
  void aCommentBehindCodeIsAboutItsLine() {
    Report report =
        review(
            """
            resource a {
              bad %s
              bad
            }
            resource b { %s
              bad
            }
            """
                .formatted(ALLOW, ALLOW));
    assertThat(Sample.lines(report, SUPPRESSED)).containsExactly(2, 6);
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(3);
  }

  @Test
  void anEmptyLineParts() {
    Report report = review(ALLOW + "\n\nresource a {\n  bad\n}\n");
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(4);
    assertThat(Sample.problems(report))
        .containsExactly(
            "WARNING 1 the acceptance of `bad-line` is not used: nothing is found here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allow bad-line until 2026-05-31: known | `bad-line` stays: the acceptance ended on"
            + " 2026-05-31",
        "allow bad-line until 2027-06-02: known | `bad-line` stays: the acceptance runs until"
            + " 2027-06-02, and none may run beyond 2027-06-01",
        "allow bad-line until 2026-13-01: known | `bad-line` stays: `2026-13-01` is no date such"
            + " as 2027-01-31",
        "allow bad-line until 2026-12-01 | `bad-line` stays: the acceptance gives no reason",
        "allow bad-line until 2026-12-01:   | `bad-line` stays: the acceptance gives no reason",
        "allow bad-line: known | `bad-line` stays: the acceptance has no end; add `until` and a"
            + " date at most a year away",
        "allow bad-lime until 2026-12-01: known | no rule is called `bad-lime`, did you mean"
            + " `bad-line`?",
        "allow until 2026-12-01 known | this accepts nothing; it reads `postern: allow RULE until"
            + " DATE: reason`",
        "ignore bad-line | this accepts nothing; it reads `postern: allow RULE until DATE:"
            + " reason`",
        "allow bad-line until 2026-12-01: it is only internal | `bad-line` stays: the acceptance"
            + " gives excuse X1: one machine inside that is taken over reaches whatever trusts the"
            + " inside",
      })
  void whatDoesNotCountIsTold(String comment, String problem) {
    Report report = review("# postern: " + comment + "\nresource a {\n  bad\n}\n");
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(3);
    assertThat(Sample.problems(report)).containsExactly("WARNING 1 " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow bad-line until 2026-06-01: known",
        "allow bad-line until 2027-06-01: known",
        "allow bad-line until 2026-12-01 by platform team: known",
        "allow bad-line until 2026-12-01 owner platform: known: because",
      })
  void whatCounts(String comment) {
    Report report = review("# postern: " + comment + "\nresource a {\n  bad\n}\n");
    assertThat(Sample.lines(report, SUPPRESSED)).containsExactly(3);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void theOwnerIsKept() {
    Report report =
        review(
            """
            # postern: allow bad-line until 2026-12-01 by the team: known
            resource a {
              bad
            }
            """);
    assertThat(report.findings().getFirst().suppression().orElseThrow().owner())
        .contains("the team");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkov:skip=CKV_AWS_24:known",
        "checkov:skip=CKV_AWS_1,CKV_AWS_24: known",
        "tfsec:ignore:aws-0107 known",
        "trivy:ignore:AVD-AWS-0107 known",
        "trivy:ignore:AWS-0107:exp:2026-06-01 known",
      })
  void otherToolsCountWithAReason(String comment) {
    String text = "resource a { # " + comment + "\n  bad\n}\n";
    assertThat(Sample.lines(review(text), SUPPRESSED)).containsExactly(2);
    Report critical = review("main.tf", text, Severity.CRITICAL);
    assertThat(Sample.lines(critical, VIOLATED)).containsExactly(2);
    assertThat(Sample.problems(critical))
        .anyMatch(p -> p.contains("accepts nothing critical unless `postern.yaml` says"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checkov:skip=CKV_AWS_24 | is suppressed without a reason",
        "checkov:skip=CKV_AWS_999:known | is the topic of no rule",
        "trivy:ignore:AWS-0107 | is suppressed without a reason",
        "trivy:ignore:AWS-0107:exp:2026-05-31 known | was suppressed until 2026-05-31",
        "trivy:ignore:AWS-0107:ws:dev known | is limited in a way that is not read",
        "trivy:ignore:* known | is the topic of no rule",
        "kics-scan ignore-block | gives no reason and accepts nothing",
      })
  void otherToolsDoNotCountOtherwise(String comment, String problem) {
    Report report = review("resource a { # " + comment + "\n  bad\n}\n");
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(2);
    assertThat(Sample.problems(report))
        .singleElement()
        .asString()
        .startsWith("INFO 1")
        .contains(problem);
  }

  @Test
  void whatOtherToolsSayCanBeLeftOut() {
    Cloud cloud =
        Sample.cloud("main.tf", "resource a { # checkov:skip=CKV_AWS_24:known\n  bad\n}\n");
    var book = Sample.book(Sample.badLines(Severity.CRITICAL));
    Report none =
        Sample.review(cloud, book, Sample.settings(List.of(), true, Settings.Foreign.NONE));
    assertThat(Sample.lines(none, VIOLATED)).containsExactly(2);
    Report all = Sample.review(cloud, book, Sample.settings(List.of(), true, Settings.Foreign.ALL));
    assertThat(Sample.lines(all, SUPPRESSED)).containsExactly(2);
    assertThat(all.findings().getFirst().suppression().orElseThrow().source())
        .isEqualTo("checkov at main.tf:1:14");
  }

  @Test
  void theReviewedFilesCanBeDistrusted() {
    Cloud cloud = Sample.cloud("main.tf", ALLOW + "\nresource a {\n  bad\n}\n");
    Report report =
        Sample.review(
            cloud,
            Sample.book(Sample.badLines(Severity.HIGH)),
            Sample.settings(List.of(), false, Settings.Foreign.MATCHED));
    assertThat(Sample.lines(report, VIOLATED)).containsExactly(3);
    assertThat(Sample.problems(report))
        .containsExactly("INFO 1 suppressions in the reviewed files are ignored, as asked: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postern", "checkov", "cfn_nag", "cdk_nag"})
  void metadataIsAboutItsResource(String tool) {
    Map<String, ?> content =
        switch (tool) {
          case "postern" ->
              Map.of(
                  "allow",
                  List.of(Map.of("rule", "bad-line", "until", "2026-12-31", "reason", "known")));
          case "checkov" -> Map.of("skip", List.of(Map.of("id", "CKV_AWS_24", "comment", "known")));
          case "cfn_nag" ->
              Map.of("rules_to_suppress", List.of(Map.of("id", "W41", "reason", "known")));
          default ->
              Map.of(
                  "rules_to_suppress", List.of(Map.of("id", "AwsSolutions-S1", "reason", "known")));
        };
    Report report = withMetadata(tool, content);
    assertThat(Sample.lines(report, SUPPRESSED)).containsExactly(2);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void metadataThatDoesNotCountIsTold() {
    assertThat(
            Sample.problems(
                withMetadata("postern", Map.of("allow", List.of(Map.of("rule", "bad-line"))))))
        .singleElement()
        .asString()
        .contains("has no end");
    assertThat(
            Sample.problems(
                withMetadata(
                    "cdk_nag",
                    Map.of(
                        "rules_to_suppress",
                        List.of(
                            Map.of("id", "AwsSolutions-S1", "reason", "r", "applies_to", "x"))))))
        .singleElement()
        .asString()
        .contains("is about parts of a finding");
  }

  private static Report withMetadata(String tool, Map<String, ?> content) {
    String text = "resource a {\n  bad\n}\n";
    Cloud plain = Sample.cloud("t.yaml", text);
    Span whole = plain.resources().getFirst().whole();
    SourceFile file = whole.file();
    var attributes = Sample.map(file.span(2, 3), Map.of("Metadata", Map.of(tool, content)));
    Cloud cloud =
        new Cloud(
            plain.units(),
            plain.resources().stream()
                .map(r ->
                    new dev.postern.model.Resource(
                        r.unit(),
                        r.address(),
                        r.type(),
                        r.sourceType(),
                        r.header(),
                        r.whole(),
                        r.properties(),
                        attributes,
                        r.when(),
                        Optional.empty()))
                .toList(),
            List.of(),
            Sample.FACTS);
    return Sample.review(cloud, Sample.book(Sample.badLines(Severity.HIGH)), Sample.settings());
  }

  @Test
  void aResourceIsNamedWithStars() {
    assertThat(Wildcards.match("module.*.aws_s3_bucket.b[0]", "module.m[\"k\"].aws_s3_bucket.b[0]"))
        .isTrue();
    assertThat(Wildcards.match("a*a", "a")).isFalse();
    assertThat(Wildcards.match("*", "")).isTrue();
    assertThat(Wildcards.match("a*b*c", "abbc")).isTrue();
    assertThat(Wildcards.match("a*b*c", "acb")).isFalse();
    assertThat(Wildcards.match("a", "ab")).isFalse();
  }
}
