package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in the reviewed files: the program ends by itself, without a stack trace, says
/// what it could not read and where, and approves nothing that it has not understood.
final class HostileInputTest {
  @TempDir Path top;

  private Path folder;

  @BeforeEach
  void aFolder() throws IOException {
    folder = Files.createDirectory(top.resolve("reviewed"));
  }

  /// @param message a part of what is said
  private record Bad(String name, String file, String text, String message) {}

  private static final List<Bad> ALL =
      List.of(
          new Bad("empty template", "t.yaml", "", "`t.yaml` is empty"),
          new Bad("empty Terraform file", "main.tf", "", "nothing to review"),
          new Bad("binary", "main.tf", "\0\1\2\3", "`main.tf` is not text"),
          new Bad("binary template", "t.yaml", "\0\1\2\3", "`t.yaml` is not text"),
          new Bad("prose", "README.md", "# Hello\n", "neither a template nor a policy"),
          new Bad(
              "cut JSON",
              "t.json",
              "{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"Resources\": {\"B\": {\"Type\":"
                  + " \"AWS::S3::Bu",
              "t.json:1:"),
          new Bad("cut early", "t.json", "{\"Resources\": {\"B\": {\"Ty", "t.json:1:"),
          new Bad(
              "cut YAML",
              "t.yaml",
              "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: 'x",
              "t.yaml:4:"),
          new Bad("cut HCL", "main.tf", "resource \"aws_s3_bucket\" \"b\" {\n", "main.tf:"),
          new Bad("no HCL", "main.tf", "}}}} ]]] <<<EOF\n", "main.tf:1:"),
          new Bad(
              "deep YAML",
              "t.yaml",
              "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      X: "
                  + "[".repeat(5_000)
                  + "]".repeat(5_000)
                  + "\n",
              "nested more than"),
          new Bad(
              "deep JSON",
              "t.json",
              "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": "
                  + "{\"a\":".repeat(50_000)
                  + "1"
                  + "}".repeat(50_003),
              "nested more than"),
          new Bad(
              "deep HCL list",
              "main.tf",
              "resource \"aws_s3_bucket\" \"b\" {\n  x = "
                  + "[".repeat(20_000)
                  + "]".repeat(20_000)
                  + "\n}\n",
              "main.tf:2:"),
          new Bad(
              "deep HCL blocks",
              "main.tf",
              "resource \"aws_s3_bucket\" \"b\" {\n"
                  + "a {\n".repeat(20_000)
                  + "}\n".repeat(20_001),
              "main.tf:"),
          new Bad(
              "deep HCL brackets and signs",
              "main.tf",
              "locals {\n  x = " + "!(-".repeat(20_000) + "1" + ")".repeat(20_000) + "\n}\n",
              "main.tf:2:"),
          new Bad(
              "deep HCL templates",
              "main.tf",
              "locals {\n  x = " + "\"${".repeat(5_000) + "}\"".repeat(5_000) + "\n}\n",
              "main.tf:2:"),
          new Bad("alias bomb", "t.yaml", bomb(), "t.yaml:"),
          new Bad(
              "module in itself",
              "main.tf",
              Buckets.GOOD + "module \"m\" {\n  source = \"./.\"\n}\n",
              "main.tf:"),
          new Bad(
              "module outside",
              "main.tf",
              Buckets.GOOD + "module \"m\" {\n  source = \"../../outside\"\n}\n",
              "module `m` lies outside what is reviewed"),
          new Bad(
              "module nowhere",
              "main.tf",
              Buckets.GOOD + "module \"m\" {\n  source = \"./no\\u0000where\"\n}\n",
              "module `m`"),
          new Bad(
              "endless references",
              "main.tf",
              Buckets.GOOD
                  + "locals {\n  a = local.b\n  b = local.a\n}\n"
                  + "resource \"aws_s3_bucket\" \"x\" {\n  bucket = local.a\n}\n",
              ""),
          new Bad(
              "very many instances",
              "main.tf",
              "resource \"aws_s3_bucket\" \"x\" {\n  count = 1e400\n}\n",
              ""),
          new Bad(
              "huge numbers",
              "t.json",
              "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"X\":"
                  + " 1e999999999, \"Y\": "
                  + "9".repeat(100_000)
                  + "}}}}",
              ""),
          new Bad(
              "old state",
              "s.json",
              "{\"version\":3,\"terraform_version\":\"0.11.4\",\"serial\":1,\"lineage\":\"x\"}",
              "states of version 3 are not read"));

  private static String bomb() {
    var text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    return text + "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {T: *a39}\n";
  }

  @TestFactory
  Stream<DynamicTest> namedFiles() {
    return ALL.stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> check(bad, true)));
  }

  @TestFactory
  Stream<DynamicTest> foldersWithThem() {
    return ALL.stream()
        .filter(
            bad -> !List.of("empty template", "prose", "state", "cut early").contains(bad.name()))
        .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> check(bad, false)));
  }

  private void check(Bad bad, boolean named) throws IOException {
    Path here = Files.createTempDirectory(folder, "x");
    Path file = Ran.write(here, bad.file(), bad.text());
    Ran ran = Ran.review(named ? file : here);
    assertThat(ran.code()).as(ran.all()).isIn(1, 2, 3);
    assertThat(ran.all())
        .doesNotContain("our bug")
        .doesNotContain("\napproved:")
        .doesNotContain("  at ");
    String said = ran.all().replaceAll("\\n +", " ").replaceAll("[^` ]*/" + bad.file(), bad.file());
    assertThat(said).contains(bad.message());
  }

  @Test
  void oneBadFileDoesNotHideAnother() {
    Ran.write(folder, "bad/main.tf", "resource {{{");
    Ran.write(folder, "t.yaml", Buckets.BAD_TEMPLATE);
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("bucket-without-encryption", "bad/main.tf:1:");
  }

  @Test
  void anEmptyFolder() {
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("nothing to review");
  }

  @Test
  void otherYamlIsNoneOfOurs() {
    Ran.write(folder, "ci.yaml", "on: [push]\njobs: {a: {steps: [{run: 'echo {{'}]}}\n");
    Ran.write(folder, "main.tf", Buckets.GOOD);
    assertThat(Ran.review(folder).code()).isZero();
  }

  @Test
  void linksInCircles() throws IOException {
    Ran.write(folder, "main.tf", Buckets.GOOD);
    Files.createSymbolicLink(folder.resolve("round"), folder);
    Files.createSymbolicLink(folder.resolve("a"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("1 file,").contains("is a symbolic link to nothing");
  }

  @Test
  void linksThatLeave() throws IOException {
    Ran.write(top, "outside/secret.tf", Buckets.BAD);
    Ran.write(folder, "main.tf", Buckets.GOOD);
    Files.createSymbolicLink(folder.resolve("away"), top.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("in.tf"), top.resolve("outside/secret.tf"));
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).as(ran.all()).isEqualTo(3);
    assertThat(ran.out()).contains("symbolic link").doesNotContain("aws_s3_bucket.bad");
  }

  @Test
  void aModuleBehindALinkThatLeaves() throws IOException {
    Ran.write(top, "outside/main.tf", Buckets.BAD);
    Ran.write(folder, "main.tf", Buckets.GOOD + "module \"m\" {\n  source = \"./m\"\n}\n");
    Files.createSymbolicLink(folder.resolve("m"), top.resolve("outside"));
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).as(ran.all()).isEqualTo(3);
    assertThat(ran.out().replaceAll("\\s+", " ")).contains("lies outside what is reviewed");
  }

  @Test
  void filesThatGitIgnoresAreLeftAloneUnlessNamed() {
    Ran.write(folder, ".git/HEAD", "");
    Ran.write(folder, ".gitignore", "build/\n*.draft.yaml\n");
    Ran.write(folder, "main.tf", Buckets.GOOD);
    Ran.write(folder, "build/main.tf", Buckets.BAD);
    Path draft = Ran.write(folder, "t.draft.yaml", Buckets.BAD_TEMPLATE);
    Ran.write(folder, ".terraform/modules/m/main.tf", Buckets.BAD);
    assertThat(Ran.review(folder).code()).isZero();
    assertThat(Ran.review(draft).code()).isEqualTo(1);
    assertThat(Ran.review(folder.resolve("build")).code()).isEqualTo(1);
  }

  @Test
  void foldersNestedVeryDeep() throws IOException {
    Path deep = folder;
    for (int i = 0; i < 80; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Ran.write(folder, "main.tf", Buckets.GOOD);
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("nested deeper than 64");
  }

  @Test
  void aFileThatIsTooLarge() throws IOException {
    Path file = folder.resolve("main.tf");
    Files.write(file, "#".repeat((64 << 20) + 1).getBytes(StandardCharsets.US_ASCII));
    Ran ran = Ran.review(folder);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("larger than 64 MiB");
  }

  @Test
  void namesThatATerminalWouldObey() {
    Path file = Ran.write(folder, "a\u001b[31mb.yaml", "");
    Ran ran = Ran.review(file);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.all()).doesNotContain("\u001b").contains("<U+001B>");
  }

  @Test
  void noSecretIsShown() {
    Ran.write(
        folder,
        "main.tf",
        """
        variable "name" {
          sensitive = true
          default   = "correct-horse-battery"
        }
        resource "aws_s3_bucket" "b" { bucket = "correct-horse" }
        resource "aws_s3_bucket" "c" { bucket = var.name }
        """);
    Ran ran = Ran.review(folder, "--format", "json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).doesNotContain("battery");
  }
}
