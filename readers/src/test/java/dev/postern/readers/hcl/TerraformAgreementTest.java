package dev.postern.readers.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postern.text.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Terraform and we accept the same texts. The lists record what `terraform fmt -` 1.11 says (its
/// exit code 2 is a syntax error); where `terraform` is on the path it is asked again.
final class TerraformAgreementTest {
  private static final List<String> ACCEPTED =
      List.of(
          Samples.BLOCKS,
          Samples.EXPRESSIONS,
          Samples.HEREDOCS,
          "a = 1",
          "a { b = [\n1\n] }\n",
          "a b \"c\" {\n}\n",
          "a = { b = 1, }\n",
          "a = {\n  for x in y : x => x\n}\n",
          "a = b[\n0\n]\n",
          "a = \"${\n1\n}\"\n",
          "a = f(\n)\n",
          "a = -b.c\n",
          "a = 1 # no line end",
          "a = { b : 1 }\n",
          "a = \"$\"\n",
          "a = <<E\n$\nE\n");

  private static final List<String> REFUSED =
      List.of(
          "a = \n",
          "a = 1 b = 2\n",
          "a = 1, b = 2\n",
          "a { b = 1, c = 2 }\n",
          "a { b = 1\n}\n",
          "a { b {} }\n",
          "a {} b {}\n",
          "a\n{\n}\n",
          "a = 1 }\n",
          "a {\n b = 1 }\n",
          "a = [1 2]\n",
          "a = { b = 1 c = 2 }\n",
          "a = { b = 1,, c = 2 }\n",
          "a = { b = 1\n, c = 2 }\n",
          "a = b ?\n c : d\n",
          "a = 'b'\n",
          "a = \"\\q\"\n",
          "a = \"b\nc\"\n",
          "a = \"${b\"\n",
          "a = \"%{ if b }\"\n",
          "a = <<E\nb\nE",
          "a = <<E \nb\nE\n",
          "a = b.0.1\n",
          "a = 1.2.3\n",
          "a = f(b..., c)\n",
          "a = [for x in y : x...]\n",
          "a = {for x in y : x}\n",
          "a = 1\na = 2\n",
          "\"a\" = 1\n",
          "a \"${b}\" {\n}\n",
          "a = b & c\n",
          "a = b.*.*\n",
          "a = 1 ~}\n",
          "/* a\n");

  @Test
  void weAcceptWhatTerraformAccepts() {
    for (String text : ACCEPTED) {
      assertThat(Hcl.parse(SourceFile.of("x", text)).problems()).as(text).isEmpty();
    }
  }

  @Test
  void weRefuseWhatTerraformRefuses() {
    for (String text : REFUSED) {
      assertThat(Hcl.parse(SourceFile.of("x", text)).problems()).as(text).isNotEmpty();
    }
  }

  @Test
  void theListsAreWhatTerraformSays() throws IOException, InterruptedException {
    Optional<ProcessBuilder> terraform = terraform();
    assumeTrue(terraform.isPresent());
    List<String> wrong = new ArrayList<>();
    for (String text : Stream.concat(ACCEPTED.stream(), REFUSED.stream()).toList()) {
      if (accepts(terraform.orElseThrow(), text) != ACCEPTED.contains(text)) {
        wrong.add(text);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Optional<ProcessBuilder> terraform() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> java.nio.file.Path.of(folder, "terraform"))
        .filter(java.nio.file.Files::isExecutable)
        .findFirst()
        .map(path ->
            new ProcessBuilder(path.toString(), "fmt", "-no-color", "-")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
  }

  private static boolean accepts(ProcessBuilder terraform, String text)
      throws IOException, InterruptedException {
    Process process = terraform.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0;
  }
}
