package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  @TempDir Path folder;

  @BeforeEach
  void aRepository() {
    Ran.write(folder, ".git/HEAD", "");
    Ran.write(folder, "infra/prod/main.tf", Buckets.BAD);
  }

  private Path infra() {
    return folder.resolve("infra/prod");
  }

  private void configure(String text) {
    Ran.write(folder, "postern.yaml", text);
  }

  @Test
  void isFoundUpwards() {
    configure("exclude: [main.tf]\n");
    assertThat(Ran.review(infra()).code()).isEqualTo(2);
    Ran.write(folder, "other/main.tf", Buckets.GOOD);
    assertThat(Ran.review(folder.resolve("other"), infra().toString()).code()).isEqualTo(2);
  }

  @Test
  void isNotFoundBeyondTheRepository() {
    configure("exclude: [main.tf]\n");
    Ran.write(infra(), ".git/HEAD", "");
    assertThat(Ran.review(infra()).code()).isEqualTo(1);
  }

  @Test
  void isNamed() {
    Path file = Ran.write(folder, "elsewhere/own.yaml", "fail-on: wrong\n");
    Ran ran = Ran.review(infra(), "--config", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("own.yaml:1:10: `wrong` is none of critical, high, medium, low, info");
  }

  @Test
  void theCommandLineGoesFirst() {
    configure("only: [C01]\nfail-on: critical\n");
    assertThat(Ran.of("review", infra().toString()).out())
        .doesNotContain("bucket-without-encryption");
    assertThat(Ran.review(infra()).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fial-on: high | 1:1: there is no setting `fial-on`, did you mean `fail-on`?",
        "[a, b] | 1:1: a map of settings is expected",
        "only: {a: b} | 1:7: a text is expected",
        "only: [bucket-without-encryptoin] | 1:8: no rule or requirement is called"
            + " `bucket-without-encryptoin`, did you mean `bucket-without-encryption`?",
        "foreign-suppressions: some | 1:23: `some` is none of none, matched, all",
        "ignore-source-suppressions: perhaps | 1:29: `true` or `false` is expected",
        "suppressions: x | 1:15: a list is expected",
        "suppressions: [{}] | 1:16: a suppression names",
        "suppressions: [{rule: x, resource: a, path: b}] | either a `resource` or a `path`",
        "suppressions: [{rule: x, path: b, until: tomorrow}] | 1:42: a date such as 2027-01-31",
        "suppressions: [{rule: x, path: b, untill: 2026-01-01}] | did you mean `until`?",
        "'fail-on: [high' | YAML cannot be read",
      })
  void whatIsNotUnderstoodIsWrongUsage(String text, String message) {
    configure(text + "\n");
    Ran ran = Ran.review(infra());
    assertThat(ran.code()).as(ran.all()).isEqualTo(2);
    assertThat(ran.err()).contains("postern.yaml:").contains(message);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resource: aws_s3_bucket.bad | 0",
        "resource: aws_s3_bucket.* | 0",
        "resource: infra/prod::aws_s3_bucket.bad | 0",
        "resource: infra/*::* | 0",
        "resource: infra/test::* | 1",
        "resource: aws_s3_bucket.good | 1",
        "path: infra/prod/main.tf | 0",
        "path: infra/ | 0",
        "path: '*.tf' | 0",
        "path: prod/main.tf | 1",
      })
  void suppressions(String scope, int code) {
    String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString();
    configure(
        """
        suppressions:
          - rule: bucket-without-encryption
            %s
            until: %s
            owner: storage
            reason: the tests of OPS-12 need it as it is
        """
            .formatted(scope, day));
    Ran ran = Ran.review(infra());
    assertThat(ran.code()).as(ran.all()).isEqualTo(code);
    if (code == 0) {
      assertThat(ran.out()).contains("until " + day + " by storage: the tests of OPS-12");
    } else {
      assertThat(ran.out()).contains("is not used");
    }
  }

  @Test
  void anExcuseIsTakenOnlyWhereTheFileInsists() {
    String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString();
    String entry =
        "suppressions: [{rule: bucket-without-encryption, path: infra/, until: %s, reason: only"
            + " internal%s}]\n";
    configure(entry.formatted(day, ""));
    Ran refused = Ran.review(infra());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("excuse X1");
    configure(entry.formatted(day, ", accept-excuse: true"));
    assertThat(Ran.review(infra()).code()).isZero();
  }

  @Test
  void anEmptyOneSaysNothing() {
    configure("# nothing yet\n");
    assertThat(Ran.review(infra()).code()).isEqualTo(1);
  }

  @Test
  void valuesOfVariablesAndParameters() {
    configure(
        """
        variables: {name: here, list: [a, 1, true], map: {k: "v${x}"}}
        parameters: {Env: prod}
        var-files: [infra/more.tfvars]
        """);
    Ran.write(
        folder,
        "infra/prod/main.tf",
        """
        variable "name" {}
        variable "list" { type = list(string) }
        variable "other" {}
        resource "aws_s3_bucket" "b" {
          bucket = "${var.name}-${var.other}-${var.list[1]}"
        }
        """);
    Ran.write(folder, "infra/more.tfvars", "other = \"there\"\n");
    Ran ran = Ran.of("show", infra().toString());
    assertThat(ran.out()).as(ran.all()).contains("\"here-there-1\"");
    Ran over = Ran.of("show", infra().toString(), "--var", "name=given");
    assertThat(over.out()).contains("\"given-there-1\"");
  }
}
