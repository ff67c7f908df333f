package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.GivenSources;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The model as `show` prints it hides every secret that a review finds.
final class ModelJsonTest {

  private static String shown(String text) {
    return ModelJson.of(
        Workspace.read(
            new GivenSources(Map.of("main.tf", text)),
            new Request(Set.of(), Map.of(), List.of(), Map.of(), false),
            Knowledge.facts(),
            Knowledge.terraform()));
  }

  @Test
  void passwordsAreKnownByTheirPlace() {
    String shown =
        shown(
            """
            variable "password" {
              default = "Aa1234321Bb"
            }
            resource "aws_db_instance" "d" {
              username = "admin"
              password = var.password
            }
            resource "aws_db_instance" "e" {
              username = "root"
              password = "hunter2-and-more"
            }
            """);
    assertThat(shown)
        .contains("\"admin\"", "\"root\"", "•••")
        .doesNotContain("Aa1234321Bb")
        .doesNotContain("hunter2");
  }

  @Test
  void onlyTheSecretInALongerTextIsHidden() {
    String shown =
        shown(
            """
            resource "aws_instance" "i" {
              user_data = <<-EOF
                export DB_PASSWORD=correct-horse-battery-1
                echo done
              EOF
            }
            """);
    assertThat(shown).contains("echo done").doesNotContain("correct-horse-battery-1");
  }
}
