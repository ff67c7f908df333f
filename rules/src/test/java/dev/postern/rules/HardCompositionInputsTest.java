package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs whose meaning is spread over blocks, modules, functions and stacks, and the right answer.
final class HardCompositionInputsTest {
  private static final String SSH = "ssh-from-internet";
  private static final String OPEN = "resource-policy-open-to-anyone";
  private static final String POLICIES =
      """
      data "aws_iam_policy_document" "base" {
        statement {
          sid       = "Read"
          actions   = ["s3:GetObject"]
          resources = ["*"]
          principals {
            type        = "*"
            identifiers = ["*"]
          }
        }
      }
      data "aws_iam_policy_document" "ours" {
        statement {
          sid       = "Read"
          actions   = ["s3:GetObject"]
          resources = ["*"]
          principals {
            type        = "AWS"
            identifiers = ["arn:aws:iam::123456789012:role/reader"]
          }
        }
      }
      data "aws_iam_policy_document" "merged" {
        for_each                  = toset(["one"])
        source_policy_documents   = [data.aws_iam_policy_document.%s.json]
        override_policy_documents = [data.aws_iam_policy_document.%s.json]
        dynamic "statement" {
          for_each = var.also
          content {
            sid       = "Also${statement.key}"
            actions   = [statement.value]
            resources = ["*"]
            principals {
              type        = "*"
              identifiers = ["*"]
            }
          }
        }
      }
      variable "also" {
        default = %s
      }
      resource "aws_s3_bucket" "b" {}
      resource "aws_s3_bucket_policy" "p" {
        bucket = aws_s3_bucket.b.id
        policy = data.aws_iam_policy_document.merged["one"].json
      }
      """;

  @Test
  void policyDocumentsAreMergedAsTheProviderDoes() {
    String found = "violated " + OPEN + " aws_s3_bucket_policy.p";
    assertThat(terraform(OPEN, POLICIES.formatted("base", "ours", "[]"))).isEmpty();
    assertThat(terraform(OPEN, POLICIES.formatted("ours", "base", "[]"))).containsExactly(found);
    assertThat(terraform(OPEN, POLICIES.formatted("ours", "ours", "[\"s3:ListBucket\"]")))
        .containsExactly(found);
  }

  @Test
  void encodedJsonKeepsItsShapeAroundAReference() {
    assertThat(
            terraform(
                OPEN,
                """
                resource "aws_sqs_queue" "q" {}
                resource "aws_sqs_queue_policy" "p" {
                  queue_url = aws_sqs_queue.q.id
                  policy = jsonencode({
                    Statement = [for action in ["sqs:SendMessage"] : {
                      Effect    = "Allow"
                      Principal = "*"
                      Action    = action
                      Resource  = aws_sqs_queue.q.arn
                    }]
                  })
                }
                """))
        .containsExactly("violated " + OPEN + " aws_sqs_queue_policy.p");
  }

  @Test
  void modulesAreReadInAnyOrder() {
    var files =
        Map.of(
            "main.tf",
            """
            module "c" {
              source = "./group"
              cidr   = module.b.cidr
            }
            module "a" {
              source = "./group"
              cidr   = "10.0.0.0/8"
            }
            module "b" {
              source = "./group"
              cidr   = "0.0.0.0/0"
            }
            """,
            "group/main.tf",
            """
            variable "cidr" {}
            output "cidr" {
              value = var.cidr
            }
            resource "aws_security_group" "g" {
              ingress {
                protocol    = "tcp"
                from_port   = 22
                to_port     = 22
                cidr_blocks = [var.cidr]
              }
            }
            """);

    assertThat(ExampleCloud.told(ExampleCloud.read(files), SSH))
        .containsExactly(
            "violated ssh-from-internet module.c.aws_security_group.g"
                + " + module.b.aws_security_group.g");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jsondecode(file(\"rules.json\")).open",
        "[templatefile(\"cidr.tftpl\", {bits = 0})]",
        "[cidrsubnet(\"0.0.0.0/0\", 0, 0)]",
        "[one([\"0.0.0.0/0\"])]",
        "slice([\"10.0.0.0/8\", \"0.0.0.0/0\"], 1, 2)",
        "values({a = \"0.0.0.0/0\"})",
        "[try(local.nothing.here, lookup({}, \"a\", coalesce(\"\", \"0.0.0.0/0\")))]",
      })
  void functionsAreCalled(String cidrs) {
    var files =
        Map.of(
            "main.tf",
            """
            locals {
              nothing = {}
            }
            resource "aws_security_group" "g" {
              ingress {
                protocol    = "tcp"
                from_port   = 22
                to_port     = length("twenty-two-characters!")
                cidr_blocks = %s
              }
            }
            """
                .formatted(cidrs),
            "rules.json",
            "{\"open\": [\"0.0.0.0/0\"]}",
            "cidr.tftpl",
            "%{ if bits == 0 }0.0.0.0/${bits}%{ else }10.0.0.0/8%{ endif }");

    assertThat(ExampleCloud.told(ExampleCloud.read(files), SSH))
        .containsExactly("violated ssh-from-internet aws_security_group.g");
  }

  @Test
  void aFlagThatIsNotKnownIsNeitherSetNorUnset() {
    assertThat(
            terraform(
                "database-storage-unencrypted",
                """
                variable "encrypted" {
                  type = bool
                }
                resource "aws_db_instance" "d" {
                  engine            = "postgres"
                  storage_encrypted = var.encrypted
                }
                """))
        .containsExactly("undecided database-storage-unencrypted aws_db_instance.d");
    assertThat(
            terraform(
                "database-storage-unencrypted",
                """
                data "aws_ssm_parameter" "encrypted" {
                  name = "encrypted"
                }
                resource "aws_db_instance" "d" {
                  engine            = "postgres"
                  storage_encrypted = data.aws_ssm_parameter.encrypted.value
                }
                """))
        .containsExactly("undecided database-storage-unencrypted aws_db_instance.d");
  }

  @Test
  void aCompanionInAnotherModuleBelongsToItsBucket() {
    String logging = "bucket-without-access-logging";
    String companion =
        """
        resource "aws_s3_bucket_logging" "l" {
          bucket        = module.bucket.%s
          target_bucket = "logs"
          target_prefix = "b/"
        }
        """;
    String call = "module \"bucket\" {\n  source = \"./bucket\"\n}\n";
    String bucket =
        """
        resource "aws_s3_bucket" "b" {
          bucket = "b"
        }
        output "id" {
          value = aws_s3_bucket.b.id
        }
        output "name" {
          value = aws_s3_bucket.b.bucket
        }
        """;
    String found = "violated " + logging + " module.bucket.aws_s3_bucket.b";

    assertThat(files(logging, "main.tf", call, "bucket/main.tf", bucket)).containsExactly(found);
    assertThat(
            files(logging, "main.tf", call + companion.formatted("id"), "bucket/main.tf", bucket))
        .isEmpty();
    assertThat(
            files(logging, "main.tf", call + companion.formatted("name"), "bucket/main.tf", bucket))
        .isEmpty();
  }

  @Test
  void whatAnotherStackAttachesIsAttached() {
    String rule = "load-balancer-without-web-acl";
    String balancer =
        """
        Resources:
          Lb:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Scheme: internet-facing, Type: application}
        Outputs:
          Lb:
            Value: !Ref Lb
            Export: {Name: web-lb}
        """;
    String firewall =
        """
        Resources:
          Association:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              WebACLArn: arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1
              ResourceArn: !ImportValue %s
        """;

    assertThat(files(rule, "lb.yaml", balancer)).containsExactly("violated " + rule + " Lb");
    assertThat(files(rule, "lb.yaml", balancer, "waf.yaml", firewall.formatted("web-lb")))
        .isEmpty();
    assertThat(files(rule, "lb.yaml", balancer, "waf.yaml", firewall.formatted("other")))
        .isNotEmpty();
  }

  @Test
  void tenThousandInstancesAreOneFinding() {
    var found =
        terraform(
            SSH,
            """
            resource "aws_security_group" "g" {
              for_each = { for p in setproduct(range(100), range(100)) : "${p[0]}-${p[1]}" => p }
              ingress {
                protocol    = "tcp"
                from_port   = 22
                to_port     = 22
                cidr_blocks = ["0.0.0.0/0"]
              }
            }
            """);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).startsWith("violated ssh-from-internet aws_security_group.g[");
  }

  @Test
  void everyPortAsAnObjectOfItsOwnIsEveryPort() {
    assertThat(
            terraform(
                "every-port-from-internet",
                """
                resource "aws_security_group" "g" {
                  dynamic "ingress" {
                    for_each = [for p in setproduct(range(256), range(256)) : { port = p[0] * 256 + p[1] }]
                    content {
                      protocol    = "tcp"
                      from_port   = ingress.value.port
                      to_port     = ingress.value.port
                      cidr_blocks = ["0.0.0.0/0"]
                    }
                  }
                }
                """))
        .containsExactly("violated every-port-from-internet aws_security_group.g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"var.rules", "setproduct(range(1000), range(1000))"})
  void blocksThatAreNotKnownAreNotNone(String each) {
    var found =
        terraform(
            ".*-from-internet",
            """
            variable "rules" {
              type = list(any)
            }
            resource "aws_security_group" "g" {
              dynamic "ingress" {
                for_each = %s
                content {
                  protocol    = "tcp"
                  from_port   = ingress.value.port
                  to_port     = ingress.value.port
                  cidr_blocks = ["0.0.0.0/0"]
                }
              }
            }
            """
                .formatted(each));

    assertThat(found).containsExactly("undecided every-port-from-internet aws_security_group.g");
  }

  @Test
  void aModuleThatCallsItselfEnds() {
    var example =
        ExampleCloud.read(
            Map.of(
                "main.tf",
                "module \"m\" {\n  source = \"./m\"\n}\n",
                "m/main.tf",
                "module \"m\" {\n  source = \"../m\"\n}\nresource \"aws_s3_bucket\" \"b\" {}\n"));

    assertThat(example.problems()).isNotEmpty();
    assertThat(example.cloud().ofType("AWS::S3::Bucket")).isNotEmpty();
  }

  private static List<String> terraform(String rules, String text) {
    return ExampleCloud.told(ExampleCloud.read("hcl", text), rules);
  }

  private static List<String> files(String rules, String path, String text) {
    return ExampleCloud.told(ExampleCloud.read(Map.of(path, text)), rules);
  }

  private static List<String> files(
      String rules, String path, String text, String other, String more) {
    return ExampleCloud.told(ExampleCloud.read(Map.of(path, text, other, more)), rules);
  }
}
