package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import org.junit.jupiter.api.Test;

class PolicyDocumentsTest {
  private static Value<Node> document(String text) {
    Value<Node> json = InMemory.output(InMemory.configuration(text), "o");
    return json.flatMap(node ->
        ((Text) node).parts().getFirst() instanceof Text.Part.Json(var document, _)
            ? document
            : Value.absent(json.origin()));
  }

  @Test
  void rendersStatements() {
    var document =
        document(
            """
            resource "aws_s3_bucket" "b" {}
            data "aws_iam_policy_document" "d" {
              policy_id = "p"
              statement {
                sid = "Read"
                actions = ["s3:GetObject", "s3:ListBucket"]
                resources = ["${aws_s3_bucket.b.arn}/home/&{aws:username}/*"]
                principals {
                  type = "AWS"
                  identifiers = ["*"]
                }
                principals {
                  type = "Service"
                  identifiers = ["a", "b"]
                }
                condition {
                  test = "StringEquals"
                  variable = "aws:PrincipalOrgID"
                  values = ["o-1"]
                }
                condition {
                  test = "StringEquals"
                  variable = "aws:SourceVpc"
                  values = ["v"]
                }
              }
              dynamic "statement" {
                for_each = ["x"]
                content {
                  effect = "Deny"
                  not_actions = [statement.value]
                  not_resources = ["*"]
                  not_principals {
                    type = "*"
                    identifiers = ["*"]
                  }
                }
              }
            }
            output "o" { value = data.aws_iam_policy_document.d.json }
            """);
    assertThat(Shown.of(document))
        .isEqualTo(
            "(Version=2012-10-17, Id=p, Statement=[(Sid=Read, Effect=Allow,"
                + " Action=[s3:ListBucket, s3:GetObject],"
                + " Resource=[${aws_s3_bucket.b.Arn}/home/${aws:username}/*],"
                + " Principal=(AWS=[*], Service=[b, a]),"
                + " Condition=(StringEquals=(aws:PrincipalOrgID=[o-1], aws:SourceVpc=[v]))),"
                + " (Effect=Deny, NotAction=[x], NotResource=[*], NotPrincipal=*)])");
  }

  @Test
  void mergesBySid() {
    var document =
        document(
            """
            data "aws_iam_policy_document" "source" {
              statement {
                sid = "A"
                actions = ["source:A"]
              }
              statement { actions = ["source:none"] }
            }
            data "aws_iam_policy_document" "override" {
              statement {
                sid = "B"
                actions = ["override:B"]
              }
            }
            data "aws_iam_policy_document" "d" {
              source_policy_documents = [data.aws_iam_policy_document.source.json]
              override_policy_documents = [
                data.aws_iam_policy_document.override.json,
                "{\\"Statement\\": {\\"Sid\\": \\"C\\", \\"Action\\": \\"json:C\\"}}",
                ""
              ]
              statement {
                sid = "B"
                actions = ["own:B"]
              }
              statement {
                sid = "A"
                actions = ["own:A"]
              }
            }
            output "o" { value = data.aws_iam_policy_document.d.minified_json }
            """);
    assertThat(Shown.of(document))
        .isEqualTo(
            "(Version=2012-10-17, Statement=["
                + "(Sid=A, Effect=Allow, Action=[own:A]),"
                + " (Effect=Allow, Action=[source:none]),"
                + " (Sid=B, Effect=Allow, Action=[override:B]),"
                + " (Sid=C, Action=json:C)])");
  }

  @Test
  void anUnknownOverrideLeavesNamedStatementsOpen() {
    var document =
        document(
            """
            variable "more" { type = string }
            data "aws_iam_policy_document" "d" {
              override_policy_documents = [var.more]
              statement {
                sid = "A"
                actions = ["a"]
              }
              statement { actions = ["b"] }
            }
            output "o" { value = data.aws_iam_policy_document.d.json }
            """);
    assertThat(Shown.of(document))
        .isEqualTo("(Version=2012-10-17, Statement=[(Effect=Allow, Action=[b]), ...])");
  }

  @Test
  void everyActionHasItsPlace() {
    var document =
        document(
            """
            locals { actions = ["s3:*"] }
            data "aws_iam_policy_document" "d" {
              statement { actions = concat(local.actions, ["b:*"]) }
            }
            output "o" { value = data.aws_iam_policy_document.d.json }
            """);
    var statement = (Node.Fields) element(field(document, "Statement"), 0).sole().orElseThrow();
    Value<Node> action = statement.field("Action", document.origin());
    assertThat(element(action, 0).origin().source().text()).isEqualTo("\"s3:*\"");
    assertThat(element(action, 1).origin().source()).hasToString("main.tf:3:48");
  }

  private static Value<Node> field(Value<Node> value, String name) {
    return ((Node.Fields) value.sole().orElseThrow()).field(name, value.origin());
  }

  private static Value<Node> element(Value<Node> value, int i) {
    return ((Node.Items) value.sole().orElseThrow()).values().get(i);
  }
}
