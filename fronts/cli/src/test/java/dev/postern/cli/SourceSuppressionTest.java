package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Acceptances as users write them in their files. The program takes today from the clock.
final class SourceSuppressionTest {
  @TempDir Path folder;

  private Ran review(String name, String text) {
    String soon = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    Ran.write(folder, name, text.replace("SOON", soon));
    return Ran.review(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # postern: allow bucket-without-encryption until SOON by storage: known, OPS-1
        resource "aws_s3_bucket" "b" {
        }
        """,
        """
        // postern: allow bucket-without-encryption until SOON: known, OPS-1
        resource "aws_s3_bucket" "b" {
        }
        """,
        """
        /*
         * postern: allow bucket-without-encryption until SOON: known, OPS-1
         */
        resource "aws_s3_bucket" "b" {
        }
        """,
        """
        resource "aws_s3_bucket" "b" { # postern: allow bucket-without-encryption until SOON: known
        }
        """,
        """
        resource "aws_s3_bucket" "b" {
          bucket = "b"
          # checkov:skip=CKV_AWS_19:known, OPS-1
        }
        """,
        """
        #trivy:ignore:AVD-AWS-0088 known, OPS-1
        resource "aws_s3_bucket" "b" {
        }
        """,
      })
  void inTerraform(String text) {
    Ran ran = review("main.tf", text);
    assertThat(ran.code()).as(ran.all()).isZero();
    assertThat(ran.out())
        .contains("pass, 1 suppressed", "suppressed high")
        .doesNotContain("is not used", "warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Resources:
          # postern: allow bucket-without-encryption until SOON: known, OPS-1
          B:
            Type: AWS::S3::Bucket
        """,
        """
        Resources:
          B:
            # checkov:skip=CKV_AWS_19:known, OPS-1
            Type: AWS::S3::Bucket
        """,
        """
        Resources:
          B:
            Type: AWS::S3::Bucket
            Metadata:
              postern:
                allow:
                  - rule: bucket-without-encryption
                    until: SOON
                    reason: known, OPS-1
        """,
        """
        Metadata:
          postern:
            allow: {rule: bucket-without-encryption, until: SOON, reason: 'known, OPS-1'}
        Resources:
          B:
            Type: AWS::S3::Bucket
        """,
        """
        Resources:
          B:
            Type: AWS::S3::Bucket
            Metadata:
              cfn_nag:
                rules_to_suppress:
                  - id: W41
                    reason: known, OPS-1
        """,
      })
  void inTemplates(String text) {
    Ran ran = review("t.yaml", text);
    assertThat(ran.code()).as(ran.all()).isZero();
    assertThat(ran.out())
        .contains("pass, 1 suppressed", "suppressed high")
        .doesNotContain("is not used", "warning");
  }

  @Test
  void oneResourceOnly() {
    Ran ran =
        review(
            "t.yaml",
            """
            Resources:
              # postern: allow bucket-without-encryption until SOON: known, OPS-1
              A:
                Type: AWS::S3::Bucket
              B:
                Type: AWS::S3::Bucket
            """);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("in B").contains("1 suppressed");
  }

  @Test
  void expired() {
    Ran ran =
        review(
            "main.tf",
            """
            # postern: allow bucket-without-encryption until 2020-01-01: known, OPS-1
            resource "aws_s3_bucket" "b" {
            }
            """);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("main.tf:1:1", "ended on 2020-01-01");
  }
}
