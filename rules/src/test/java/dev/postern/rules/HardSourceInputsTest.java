package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that pattern matchers get wrong, and the right answer: values that have to be evaluated,
/// defaults that AWS fills in, and what is and is not a secret.
final class HardSourceInputsTest {
  private static final String SSH = "ssh-from-internet";
  private static final String PLAIN = "database-storage-unencrypted";

  @Test
  void aConditionalWithAKnownConditionIsItsBranch() {
    String group =
        """
        variable "open" {
          default = %s
        }
        resource "aws_security_group" "web" {
          ingress {
            protocol    = "tcp"
            from_port   = 22
            to_port     = 22
            cidr_blocks = var.open ? ["0.0.0.0/0"] : ["10.0.0.0/8"]
          }
        }
        """;
    assertThat(terraform(SSH, group.formatted("true")))
        .containsExactly("violated ssh-from-internet aws_security_group.web");
    assertThat(terraform(SSH, group.formatted("false"))).isEmpty();
  }

  @Test
  void aConditionalWithAnUnknownConditionIsBothBranches() {
    String group =
        """
        variable "open" {
          type = bool
        }
        resource "aws_security_group" "web" {
          ingress {
            protocol    = "tcp"
            from_port   = 22
            to_port     = 22
            cidr_blocks = var.open ? ["%s"] : ["%s"]
          }
        }
        """;
    assertThat(terraform(SSH, group.formatted("0.0.0.0/0", "10.0.0.0/8")))
        .containsExactly("violated ssh-from-internet aws_security_group.web when var.open = true");
    assertThat(terraform(SSH, group.formatted("10.0.0.0/8", "0.0.0.0/0")))
        .containsExactly("violated ssh-from-internet aws_security_group.web when var.open = false");
    assertThat(terraform(SSH, group.formatted("10.0.0.0/8", "172.16.0.0/12"))).isEmpty();
  }

  @Test
  void theFalseBranchOfAnIfIsAWorldToo() {
    String template =
        """
        Parameters:
          Stage: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
        Resources:
          Db:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              StorageEncrypted: !If [IsProd, %s, %s]
        """;
    assertThat(told(PLAIN, template.formatted("true", "false")))
        .containsExactly("violated " + PLAIN + " Db when Stage = dev");
    assertThat(told(PLAIN, template.formatted("true", "!Ref AWS::NoValue")))
        .containsExactly("violated " + PLAIN + " Db when Stage = dev");
    assertThat(told(PLAIN, template.formatted("false", "true")))
        .containsExactly("violated " + PLAIN + " Db when Stage = prod");
    assertThat(told(PLAIN, template.formatted("true", "true"))).isEmpty();
  }

  @Test
  void aBranchThatNoWorldTakesIsNoFinding() {
    String template =
        """
        Parameters:
          Stage: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsDev: !Equals [!Ref Stage, dev]
        Resources:
          Db:
            Type: AWS::RDS::DBInstance
            Condition: IsProd
            Properties:
              Engine: postgres
              StorageEncrypted: !If [%s, true, false]
        """;
    assertThat(told(PLAIN, template.formatted("IsProd"))).isEmpty();
    assertThat(told(PLAIN, template.formatted("IsDev")))
        .containsExactly("violated " + PLAIN + " Db when Stage = prod");
  }

  private static final String DYNAMIC =
      """
      dynamic "ingress" {
        for_each = %s
        content {
          protocol    = "tcp"
          from_port   = ingress.value
          to_port     = ingress.value
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
      """;

  private static final String STATIC =
      """
      ingress {
        protocol    = "tcp"
        from_port   = %s
        to_port     = %s
        cidr_blocks = ["0.0.0.0/0"]
      }
      """;

  @Test
  void aDynamicBlockIsItsBlocks() {
    assertThat(ports(DYNAMIC.formatted("[22, 3389]"))).containsExactlyInAnyOrder("rdp", "ssh");
    assertThat(ports(DYNAMIC.formatted("toset([3389])"))).containsExactly("rdp");
    assertThat(ports(DYNAMIC.formatted("[]"))).isEmpty();
  }

  @Test
  void dynamicAndStaticBlocksOfOneNameBothCount() {
    assertThat(ports(DYNAMIC.formatted("[3389]") + STATIC.formatted(22, 22)))
        .containsExactlyInAnyOrder("rdp", "ssh");
    assertThat(ports(STATIC.formatted(22, 22) + DYNAMIC.formatted("[3389]")))
        .containsExactlyInAnyOrder("rdp", "ssh");
    assertThat(ports(STATIC.formatted(22, 22) + DYNAMIC.formatted("[]"))).containsExactly("ssh");
  }

  @Test
  void aCountDecidesWhetherThereIsOne() {
    String counted =
        """
        variable "stage" {
          default = "%s"
        }
        locals {
          create = var.stage == "prod"
        }
        resource "aws_db_instance" "db" {
          count             = local.create ? 1 : 0
          storage_encrypted = false
        }
        """;
    assertThat(terraform(PLAIN, counted.formatted("prod")))
        .containsExactly("violated " + PLAIN + " aws_db_instance.db[0]");
    assertThat(terraform(PLAIN, counted.formatted("dev"))).isEmpty();
  }

  @Test
  void eachInstanceIsJudgedWithItsOwnValues() {
    String each =
        """
        locals {
          all = {
            a = { create = true, encrypted = false }
            b = { create = true, encrypted = true }
            c = { create = false, encrypted = false }
          }
        }
        resource "aws_db_instance" "db" {
          for_each          = { for name, db in local.all : name => db if db.create }
          storage_encrypted = each.value.encrypted
        }
        """;
    assertThat(terraform(PLAIN, each))
        .containsExactly("violated " + PLAIN + " aws_db_instance.db[\"a\"]");
  }

  private static final String TOPIC_MODULE =
      """
      variable "create" {
        default = true
      }
      resource "aws_sns_topic" "t" {
        count = var.create ? 1 : 0
      }
      output "arn" {
        value = try(aws_sns_topic.t[0].arn, "")
      }
      output "looked_up" {
        value = lookup({ arn = one(aws_sns_topic.t[*].arn) }, "arn", "")
      }
      """;

  private static final String PERMISSION =
      """
      variable "create" {
        type = bool
      }
      module "topic" {
        source = "./topic"
        %s
      }
      resource "aws_lambda_permission" "p" {
        action        = "lambda:InvokeFunction"
        function_name = "api"
        principal     = "sns.amazonaws.com"
        source_arn    = module.topic.%s
      }
      """;

  @Test
  void anOutputThatIsTriedIsWhatItTries() {
    String found = "violated function-permission-without-source aws_lambda_permission.p";
    assertThat(permission("", "arn")).isEmpty();
    assertThat(permission("", "looked_up")).isEmpty();
    assertThat(permission("create = true", "arn")).isEmpty();
    assertThat(permission("create = false", "arn")).containsExactly(found);
    assertThat(permission("create = var.create", "arn"))
        .containsExactly(found + " when var.create = false");
  }

  @Test
  void aBucketThatSaysNothingIsNotCalledUnencrypted() {
    String stated = "bucket-without-encryption";
    String all = ".*(encrypt|kms|cmk|customer-key).*";
    String bucket = "resource \"aws_s3_bucket\" \"b\" {}\n";
    String chosen =
        """
        resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "%s"
            }
          }
        }
        """;
    assertThat(told(all, "Resources:\n  B: {Type: AWS::S3::Bucket}\n"))
        .containsExactly("violated " + stated + " B");
    assertThat(terraform(all, bucket)).containsExactly("violated " + stated + " aws_s3_bucket.b");
    assertThat(terraform(all, bucket + chosen.formatted("AES256")))
        .containsExactly("violated bucket-encryption-without-kms aws_s3_bucket.b");
    assertThat(terraform(all, bucket + chosen.formatted("aws:kms"))).isEmpty();
    assertThat(new BuiltIn().rules())
        .filteredOn(rule -> rule.name().equals(stated))
        .singleElement()
        .satisfies(
            rule -> assertThat(rule.title()).isEqualTo("bucket states no default encryption"));
  }

  @Test
  void secretsOfEveryFormAreFound() {
    String random = "Wq7ZrT2mKx9LbN4vHd8YpC3sJf6GtQ";
    assertThat(variable("API_KEY", "sk-live-4eC39HqLyjWDarjtT1zdp7dcQwErTyUi")).isTrue();
    assertThat(variable("VALUE", "sk-live-4eC39HqLyjWDarjtT1zdp7dcQwErTyUi")).isTrue();
    assertThat(variable("VALUE", "ghp_" + random + checksum(random))).isTrue();
    assertThat(variable("VALUE", "postgres://shop:kV9-tr4in-Moss@db.internal/shop")).isTrue();
    assertThat(variable("VALUE", "postgres://shop@db.internal/shop")).isFalse();
    assertThat(variable("VALUE", "postgres://shop:${DB_PASSWORD}@db.internal/shop")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyVeryLongLogicalResourceNameForTheStack",
        "shop-orders-production-eu-west-1-archive",
        "3f786850e387550fdab836ed7e6dc881de23001b",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "arn:aws:states:eu-west-1:111122223333:stateMachine:OrdersProductionArchiveMachineOfTheShop"
      })
  void namesAndHashesAreNoSecrets(String value) {
    assertThat(variable("VALUE", value)).isFalse();
    assertThat(variable("COMMIT", value)).isFalse();
  }

  @Test
  void aReferenceToALongNameIsNoSecret() {
    String reference =
        """
        Resources:
          MyVeryLongLogicalResourceNameForTheStack: {Type: AWS::SQS::Queue}
          F:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables: {QUEUE: !Ref MyVeryLongLogicalResourceNameForTheStack}
        """;
    assertThat(told("hard-coded-secret|secret-in-environment", reference)).isEmpty();
  }

  /// Whether the variable of a function holds a secret, in a template and in Terraform.
  private static boolean variable(String name, String value) {
    String template =
        """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables: {%s: '%s'}
        """;
    String resource =
        """
        resource "aws_lambda_function" "f" {
          environment {
            variables = { %s = "%s" }
          }
        }
        """;
    String rule = "hard-coded-secret";
    List<String> found = told(rule, template.formatted(name, value));
    assertThat(terraform(rule, resource.formatted(name, value.replace("${", "$${"))))
        .isEqualTo(found.stream().map(f -> f.replace(" F", " aws_lambda_function.f")).toList());
    assertThat(found).isSubsetOf("violated " + rule + " F").hasSizeLessThan(2);
    return !found.isEmpty();
  }

  /// The end of a GitHub token, made here so that this repository holds none.
  private static String checksum(String random) {
    String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    var crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    var made = new StringBuilder();
    long left = crc.getValue();
    for (int i = 0; i < 6; i++) {
      made.insert(0, digits.charAt((int) (left % 62)));
      left /= 62;
    }
    return made.toString();
  }

  private static List<String> ports(String blocks) {
    String group = "resource \"aws_security_group\" \"web\" {\n" + blocks + "}\n";
    return terraform(".*-from-internet", group).stream()
        .map(found -> found.replaceAll("violated (.*)-from-internet aws_security_group.web", "$1"))
        .toList();
  }

  private static List<String> permission(String argument, String output) {
    var files =
        Map.of("main.tf", PERMISSION.formatted(argument, output), "topic/main.tf", TOPIC_MODULE);
    return ExampleCloud.told(ExampleCloud.read(files), "function-permission-without-source");
  }

  private static List<String> told(String rules, String template) {
    return ExampleCloud.told(ExampleCloud.read("yaml", template), rules);
  }

  private static List<String> terraform(String rules, String text) {
    return ExampleCloud.told(ExampleCloud.read("hcl", text), rules);
  }
}
