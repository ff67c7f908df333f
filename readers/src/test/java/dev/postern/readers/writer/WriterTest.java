package dev.postern.readers.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.readers.source.Reading;
import dev.postern.text.Edit;
import dev.postern.text.Edits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriterTest {
  private static final Node YES = new Node.Bool(true);

  private static Writing set(
      String path, String text, String address, String property, Node value) {
    Reading reading = Written.read(path, text);
    return reading.resources().stream()
        .filter(r -> r.address().equals(address))
        .findFirst()
        .map(r -> Written.set(reading, r, List.of(property.split("\\.", -1)), value))
        .orElseThrow();
  }

  private static String after(
      String path, String text, String address, String property, Node value) {
    Writing writing = set(path, text, address, property, value);
    assertThat(writing).isInstanceOf(Writing.Edits.class);
    List<Edit> edits = ((Writing.Edits) writing).edits();
    return edits.isEmpty() ? text : Edits.apply(edits.getFirst().at().file(), edits);
  }

  private static String terraform(String text, String property, Node value) {
    return after(
        "main.tf", text, text.split("\"", -1)[1] + "." + text.split("\"", -1)[3], property, value);
  }

  private static String refusal(String path, String text, String address, String property) {
    Writing writing = set(path, text, address, property, YES);
    assertThat(writing).isInstanceOf(Writing.Refused.class);
    Writing.Refused refused = (Writing.Refused) writing;
    return refused.why() + " at " + refused.at();
  }

  @Test
  void replacesAnExpressionOnly() {
    assertThat(
            terraform(
                """
                resource "aws_db_instance" "d" {
                  storage_encrypted=  false # not yet
                  port = 1
                }
                """,
                "StorageEncrypted",
                YES))
        .isEqualTo(
            """
            resource "aws_db_instance" "d" {
              storage_encrypted=  true # not yet
              port = 1
            }
            """);
  }

  @Test
  void addsAnArgumentInLineWithTheLast() {
    assertThat(
            terraform(
                """
                resource "aws_db_instance" "d" {
                    db_subnet_group_name = "a"
                }
                """,
                "StorageEncrypted",
                YES))
        .isEqualTo(
            """
            resource "aws_db_instance" "d" {
                db_subnet_group_name = "a"
                storage_encrypted    = true
            }
            """);
  }

  @Test
  void opensABlockOfOneLine() {
    assertThat(
            terraform("resource \"aws_db_instance\" \"d\" { port = 1 }\n", "StorageEncrypted", YES))
        .isEqualTo(
            """
            resource "aws_db_instance" "d" {
              port = 1
              storage_encrypted = true
            }
            """);
  }

  @Test
  void keepsTheLineEndsOfTheFile() {
    assertThat(terraform("resource \"aws_db_instance\" \"d\" {\r\n}\r\n", "StorageEncrypted", YES))
        .isEqualTo("resource \"aws_db_instance\" \"d\" {\r\n  storage_encrypted = true\r\n}\r\n");
  }

  @Test
  void writesAPartAfterTheResource() {
    assertThat(
            terraform(
                "resource \"aws_s3_bucket\" \"b\" {\n}\n",
                "VersioningConfiguration",
                Written.map("Status", Written.text("Enabled"))))
        .isEqualTo(
            """
            resource "aws_s3_bucket" "b" {
            }

            resource "aws_s3_bucket_versioning" "b" {
              bucket = aws_s3_bucket.b.id

              versioning_configuration {
                status = "Enabled"
              }
            }
            """);
  }

  @Test
  void changesThePartThatIsThere() {
    String text =
        """
        resource "aws_s3_bucket" "b" {
        }
        resource "aws_s3_bucket_versioning" "v" {
          bucket = aws_s3_bucket.b.bucket
          versioning_configuration {
            status = "Suspended" # for now
          }
        }
        """;
    assertThat(terraform(text, "VersioningConfiguration.Status", Written.text("Enabled")))
        .isEqualTo(text.replace("Suspended", "Enabled"));
  }

  @Test
  void changesAnOldBlockInTheBucketWhereItIsThere() {
    String text =
        """
        resource "aws_s3_bucket" "b" {
          versioning {
            enabled = false
          }
        }
        """;
    assertThat(terraform(text, "VersioningConfiguration.Status", Written.text("Enabled")))
        .isEqualTo(text.replace("false", "true"));
  }

  @Test
  void findsTheElementAmongBlocks() {
    String text =
        """
        resource "aws_security_group" "g" {
          ingress {
            from_port = 1
          }
          ingress {
            from_port = 22
          }
        }
        """;
    assertThat(terraform(text, "SecurityGroupIngress.1.FromPort", Node.num(443)))
        .isEqualTo(text.replace("22", "443"));
    assertThat(terraform(text, "SecurityGroupIngress.2.FromPort", Node.num(80)))
        .isEqualTo(
            text.substring(0, text.length() - 2) + "\n  ingress {\n    from_port = 80\n  }\n}\n");
  }

  @Test
  void writesDocumentsAsJson() {
    assertThat(
            terraform(
                "resource \"aws_sqs_queue_policy\" \"q\" {\n}\n",
                "PolicyDocument",
                Written.map("Statement", Written.list())))
        .isEqualTo(
            """
            resource "aws_sqs_queue_policy" "q" {
              policy = jsonencode({
                Statement = []
              })
            }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "storage_encrypted = var.e | the value comes from `var` at main.tf:2:23",
        "storage_encrypted = !local.e | the value comes from `local` at main.tf:2:24",
        "count = 1 | the block is repeated by `count` at main.tf:2:3",
        "count = 2 | `aws_db_instance.d[0]` and `aws_db_instance.d[1]` are one block at"
            + " main.tf:1:1",
        "for_each = toset([\"a\"]) | the block is repeated by `for_each` at main.tf:2:3",
      })
  void refusesWhatIsDecidedElsewhere(String line, String why) {
    String text =
        """
        resource "aws_db_instance" "d" {
          %s
        }
        variable "e" {
          default = false
        }
        locals {
          e = true
        }
        """
            .formatted(line);
    String key = line.contains("count") ? "[0]" : line.contains("for_each") ? "[\"a\"]" : "";
    assertThat(refusal("main.tf", text, "aws_db_instance.d" + key, "StorageEncrypted"))
        .isEqualTo(why);
  }

  @Test
  void refusesBlocksThatDynamicMakes() {
    String text =
        """
        resource "aws_dynamodb_table" "t" {
          dynamic "server_side_encryption" {
            for_each = [1]
            content {
              enabled = false
            }
          }
        }
        """;
    assertThat(refusal("main.tf", text, "aws_dynamodb_table.t", "SSESpecification.SSEEnabled"))
        .isEqualTo("the block is made by `dynamic` at main.tf:2:3");
  }

  @Test
  void refusesAPartThatMayBelongToAnother() {
    String text =
        """
        variable "name" {}
        resource "aws_s3_bucket" "b" {
        }
        resource "aws_s3_bucket_public_access_block" "v" {
          bucket = var.name
        }
        """;
    assertThat(
            refusal(
                "main.tf",
                text,
                "aws_s3_bucket.b",
                "PublicAccessBlockConfiguration.BlockPublicAcls"))
        .isEqualTo("`aws_s3_bucket_public_access_block` may be of this resource at main.tf:4:1");
  }

  @Test
  void refusesWhatTheTypeDoesNotHave() {
    assertThat(refusal("main.tf", "resource \"aws_vpc\" \"v\" {}\n", "aws_vpc.v", "Wings"))
        .isEqualTo("no argument of `aws_vpc` is `Wings` at main.tf:1:1");
  }

  @Test
  void refusesToSkipElements() {
    assertThat(
            refusal(
                "main.tf",
                "resource \"aws_security_group\" \"g\" {}\n",
                "aws_security_group.g",
                "SecurityGroupIngress.1.FromPort"))
        .isEqualTo("the list is shorter at main.tf:1:1");
  }

  @Test
  void replacesAHeredocWithItsLineEnd() {
    String text =
        """
        resource "aws_sqs_queue_policy" "q" {
          policy    = <<-EOT
            {"Version": "2008-10-17"}
            EOT
          queue_url = "q"
        }
        """;
    assertThat(
            terraform(text, "PolicyDocument", Written.map("Version", Written.text("2012-10-17"))))
        .isEqualTo(
            """
            resource "aws_sqs_queue_policy" "q" {
              policy    = jsonencode({
                Version = "2012-10-17"
              })
              queue_url = "q"
            }
            """);
  }

  private static final String TEMPLATE =
      """
      Parameters: {P: {Type: String}}
      Resources:
        B:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: 'b' # named
            AccessControl: !Ref P
            Tags:
            - Key: 'a'
              Value: |
                text
            # the end

        Q:
          Type: AWS::SQS::Queue
          Properties:
      """;

  @Test
  void replacesAValueInItsOwnQuotes() {
    assertThat(after("t.yaml", TEMPLATE, "B", "BucketName", Written.text("it's")))
        .isEqualTo(TEMPLATE.replace("'b'", "'it''s'"));
  }

  @Test
  void addsAfterTheLastEntryAndElement() {
    assertThat(
            after(
                "t.yaml", TEMPLATE, "B", "VersioningConfiguration.Status", Written.text("Enabled")))
        .isEqualTo(
            TEMPLATE.replace(
                "text\n", "text\n      VersioningConfiguration:\n        Status: Enabled\n"));
    assertThat(after("t.yaml", TEMPLATE, "B", "Tags.1.Key", Written.text("c")))
        .isEqualTo(TEMPLATE.replace("text\n", "text\n      - Key: c\n"));
  }

  @Test
  void fillsWhatIsEmpty() {
    assertThat(after("t.yaml", TEMPLATE, "Q", "KmsMasterKeyId", Written.text("k")))
        .isEqualTo(TEMPLATE.stripTrailing() + "\n      KmsMasterKeyId: k\n");
  }

  @Test
  void refusesWhatAFunctionDecides() {
    assertThat(refusal("t.yaml", TEMPLATE, "B", "AccessControl"))
        .isEqualTo("a function decides this at t.yaml:7:22");
  }

  @Test
  void refusesWhatIsAnAlias() {
    String text =
        """
        Resources:
          A:
            Type: AWS::S3::Bucket
            Properties: &p
              VersioningConfiguration: {Status: Suspended}
          B:
            Type: AWS::S3::Bucket
            Properties: *p
        """;
    assertThat(refusal("t.yaml", text, "B", "VersioningConfiguration.Status"))
        .startsWith("`Properties` is written elsewhere");
  }
}
