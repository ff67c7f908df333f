package dev.postern.readers.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.finding.Coverage;
import dev.postern.model.Facts;
import dev.postern.readers.source.GivenSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ValuesTest {

  @Test
  void whatIsNotKnownIsCountedByItsReason() {
    Coverage.Values values =
        values(
            "main.tf",
            """
            variable "env" {
              type = string
            }

            data "aws_ami" "base" {
              owners = ["self"]
            }

            resource "aws_instance" "web" {
              ami           = data.aws_ami.base.id
              instance_type = "t3.small"
              monitoring    = true

              tags = {
                Name = "web-${var.env}"
              }
            }
            """);

    assertThat(values.unknown())
        .containsExactlyInAnyOrderEntriesOf(Map.of("input", 1, "external", 1));
    assertThat(values.written()).isEqualTo(5);
  }

  @Test
  void aReferenceToAResourceIsKnown() {
    Coverage.Values values =
        values(
            "template.yaml",
            """
            Resources:
              Key:
                Type: AWS::KMS::Key
                Properties: {KeyPolicy: {Statement: []}}
              Topic:
                Type: AWS::SNS::Topic
                Properties: {KmsMasterKeyId: !Ref Key}
            """);

    assertThat(values.open()).isZero();
    assertThat(values.written()).isEqualTo(1);
  }

  @Test
  void aValueCountsOnceForEachWorld() {
    Coverage.Values values =
        values(
            "template.yaml",
            """
            Parameters:
              Name: {Type: String}
              Env: {Type: String, AllowedValues: [dev, prod]}
            Conditions:
              Prod: !Equals [!Ref Env, prod]
            Resources:
              Topic:
                Type: AWS::SNS::Topic
                Properties:
                  TopicName: !If [Prod, orders, !Ref Name]
            """);

    assertThat(values.unknown()).containsExactlyEntriesOf(Map.of("input", 1));
    assertThat(values.written()).isEqualTo(2);
  }

  @Test
  void whatIsWhereItsResourceIsNotDoesNotCount() {
    Coverage.Values values =
        values(
            "main.tf",
            """
            variable "on" {
              type = bool
            }

            resource "aws_sns_topic" "orders" {
              count = var.on ? 1 : 0
            }

            resource "aws_sns_topic_subscription" "orders" {
              count     = var.on ? 1 : 0
              topic_arn = aws_sns_topic.orders[0].arn
            }
            """);

    assertThat(values.open()).isZero();
    assertThat(values.written()).isEqualTo(1);
  }

  private static Coverage.Values values(String path, String text) {
    var facts = new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas());
    var request = new Request(Set.of(), Map.of(), List.of(), Map.of(), false);
    var sources = new GivenSources(Map.of(path, text));
    return Workspace.read(sources, request, facts, new TerraformTypes()).coverage().values();
  }
}
