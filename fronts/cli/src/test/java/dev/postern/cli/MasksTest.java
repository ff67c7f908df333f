package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Secrets;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.workspace.Loaded;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lines as reports show them.
final class MasksTest {

  private static String shown(String path, String text) {
    Loaded loaded =
        Workspace.read(
            new GivenSources(Map.of(path, text)),
            new Request(Set.of(), Map.of(), List.of(), Map.of(), false),
            Knowledge.facts(),
            Knowledge.terraform());
    SourceFile file = loaded.cloud().resources().getFirst().header().file();
    Secrets secrets = Masks.of(loaded.cloud());
    return String.join(
        "\n",
        IntStream.rangeClosed(1, file.lineCount())
            .mapToObj(i -> secrets.masked(file.lineSpan(i)))
            .toList());
  }

  @Test
  void sensitiveVariables() {
    String shown =
        shown(
            "main.tf",
            """
            variable "greeting" {
              sensitive = true
              default   = "correct-horse"
            }
            resource "aws_s3_bucket" "b" {
              bucket = var.greeting
            }
            """);
    assertThat(shown).doesNotContain("correct-horse").contains("var.greeting", "sensitive = true");
  }

  @Test
  void noEchoParameters() {
    String shown =
        shown(
            "t.yaml",
            """
            Parameters:
              Greeting: {Type: String, NoEcho: true, Default: correct-horse}
            Resources:
              B: {Type: AWS::S3::Bucket}
            """);
    assertThat(shown).doesNotContain("correct-horse").contains("NoEcho: true");
  }

  @Test
  void whatStandsBesideASecretIsShown() {
    String shown =
        shown(
            "main.tf",
            """
            variable "given" {
              sensitive = true
            }
            variable "greeting" {
              sensitive = true
              default   = "correct-horse"
            }
            resource "aws_instance" "i" {
              user_data = "install --with ${var.given} ${var.greeting}"
            }
            resource "aws_db_instance" "d" {
              password = "battery-${var.given}"
            }
            """);
    assertThat(shown)
        .doesNotContain("correct-horse")
        .doesNotContain("battery")
        .contains("install --with ${var.given} ${var.greeting}");
  }

  @Test
  void everyLineOfAKey() {
    String line = "MIIEpAIBAAKCAQEAx3Jd8fKq2mZbV7nTqLrP0cWuYhGeXsDoNiJkAvBtMzQy5R1w";
    String shown =
        shown(
            "main.tf",
            """
            resource "aws_instance" "i" {
              user_data = <<-EOT
                -----BEGIN RSA PRIVATE KEY-----
                %s
                %s
                -----END RSA PRIVATE KEY-----
                echo hello
              EOT
            }
            """
                .formatted(line, new StringBuilder(line).reverse()));
    assertThat(shown).doesNotContain("MIIEpAIB", "BIApEIIM").contains("echo hello");
  }

  @Test
  void valuesBesideATellingName() {
    String shown =
        shown(
            "t.yaml",
            """
            Resources:
              T:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  ContainerDefinitions:
                    - Environment:
                        - Name: DB_PASSWORD
                          Value: hUnter2-xk29-QpLm
                        - Name: GREETING
                          Value: hello there
            """);
    assertThat(shown).doesNotContain("hUnter2").contains("DB_PASSWORD", "hello there");
  }
}
