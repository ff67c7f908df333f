package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `postern show` prints of secrets.
final class ShowSecretsTest {

  @Test
  void noSecretIsPrinted(@TempDir Path folder) {
    Ran.write(
        folder,
        "main.tf",
        """
        variable "password" {
          default = "Aa1234321Bb"
        }
        resource "aws_db_instance" "d" {
          username = "root"
          password = "hunter2-and-more"
        }
        """);
    Ran ran = Ran.of("show", folder.toString());
    assertThat(ran.out()).contains("\"root\"", "•••");
    assertThat(ran.all()).doesNotContain("Aa1234321Bb").doesNotContain("hunter2");
  }
}
