package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the program says with its exit code.
final class ExitCodeTest {
  @TempDir Path folder;

  /// @param text of `main.tf`, or of `t.yaml` where it has resources of AWS
  private record Case(String name, int code, String text, List<String> options) {
    Case(String name, int code, String text, String... options) {
      this(name, code, text, List.of(options));
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case("clean", 0, Buckets.GOOD),
          new Case("violated", 1, Buckets.BAD),
          new Case("violated in a template", 1, Buckets.BAD_TEMPLATE),
          new Case("checklist item fails below fail-on", 1, Buckets.BAD, "--fail-on", "critical"),
          new Case("violated beside an unreadable part", 1, Buckets.BAD + "\nresource \"x\" {"),
          new Case("unreadable part", 3, Buckets.GOOD + "\nresource \"x\" \"y\" {"),
          new Case("unknown type", 3, Buckets.GOOD + "resource \"aws_no_such_thing\" \"x\" {\n}\n"),
          new Case(
              "another provider's type",
              0,
              Buckets.GOOD + "resource \"null_resource\" \"x\" {\n}\n"),
          new Case(
              "module that is not here",
              3,
              Buckets.GOOD + "module \"m\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n}\n"),
          new Case("suppressed", 0, "# checkov:skip=CKV_AWS_19:known, see OPS-1\n" + Buckets.BAD),
          new Case(
              "suppressed, files distrusted",
              1,
              "# checkov:skip=CKV_AWS_19:known, see OPS-1\n" + Buckets.BAD,
              "--ignore-source-suppressions"),
          new Case("no resource", 2, "variable \"x\" {\n}\n"),
          new Case("nothing", 2, ""),
          new Case("unknown option", 2, Buckets.GOOD, "--no-such-option"),
          new Case("unknown severity", 2, Buckets.GOOD, "--fail-on", "bad"),
          new Case("unknown format", 2, Buckets.GOOD, "--format", "pdf"),
          new Case("unknown rule", 2, Buckets.GOOD, "--skip", "bucket-without-encription"),
          new Case("unknown requirement", 2, Buckets.GOOD, "--skip", "C17"),
          new Case("no rule left", 2, Buckets.GOOD, "--skip", "bucket-without-encryption"),
          new Case("no such configuration", 2, Buckets.GOOD, "--config", "/no/such/file.yaml"),
          new Case("no such variable file", 2, Buckets.GOOD, "--var-file", "/no/such.tfvars"),
          new Case("variable without value", 2, Buckets.GOOD, "--var", "x"),
          new Case("output nowhere", 2, Buckets.GOOD, "--output", "/no/such/folder/x.json"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return CASES.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private void check(Case c) throws IOException {
    Path here = Files.createTempDirectory(folder, "case");
    Ran.write(here, c.text().contains("AWS::") ? "t.yaml" : "main.tf", c.text());
    Ran ran = Ran.review(here, c.options().toArray(String[]::new));
    assertThat(ran.code()).as(ran.all()).isEqualTo(c.code());
    assertThat(ran.all()).doesNotContain("\tat ", "  at dev.postern");
    String verdict = ran.out().lines().reduce("", (_, last) -> last);
    switch (c.code()) {
      case 0 -> assertThat(verdict).startsWith("approved:");
      case 1 -> assertThat(verdict).startsWith("not approved:");
      case 3 -> assertThat(verdict).startsWith("incomplete:");
      default -> {
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("postern: ");
      }
    }
  }

  @Test
  void undecidedIsIncomplete() {
    Ran.write(folder, "t.yaml", Buckets.UNDECIDED);
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).as(ran.all()).isIn(1, 3);
    assertThat(ran.out()).doesNotContain("\napproved:");
  }

  @Test
  void aMissingPathIsWrongUsageEvenBesideOthers() {
    Path good = Ran.write(folder, "main.tf", Buckets.GOOD);
    Ran ran = Ran.of("review", good.toString(), folder.resolve("nowhere").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("nowhere` does not exist");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(Ran.of().code()).isEqualTo(2);
    assertThat(Ran.of("reveiw").code()).isEqualTo(2);
    assertThat(Ran.of("--help").code()).isZero();
  }

  @Test
  void rulesLeftOutAreTold() {
    Ran.write(folder, "main.tf", Buckets.GOOD);
    Ran ran = Ran.review(folder, "--skip", "F01");
    assertThat(ran.code()).as(ran.all()).isZero();
  }
}
