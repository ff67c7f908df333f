package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Functions that hash files take their bytes, whatever these are.
final class HashedFilesTest {
  @TempDir Path folder;

  @Test
  void filesThatAreNoTextAreHashed() throws IOException {
    Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0});
    Ran.write(
        folder,
        "main.tf",
        """
        resource "aws_s3_bucket" "b" {
          bucket = "b-${filemd5("x.zip")}"
          tags = {
            sum   = filebase64sha256("x.zip")
            bytes = filebase64("${path.module}/x.zip")
          }
        }
        """);
    assertThat(Ran.review(folder).all()).doesNotContain("not text", "x.zip");
    assertThat(Ran.of("show", folder.toString()).out())
        .contains("b-37eda409e93a27068f66474a295e1772", "\"UEsDBP8A\"");
  }

  @Test
  void textIsStillAskedOfFile() throws IOException {
    Files.write(folder.resolve("x.zip"), new byte[] {(byte) 0xff});
    Ran.write(
        folder,
        "main.tf",
        """
        resource "aws_s3_bucket" "b" {
          bucket = file("x.zip")
        }
        """);
    assertThat(Ran.review(folder).all()).contains("x.zip` is not text in UTF-8");
  }
}
