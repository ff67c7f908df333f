package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.InMemory.addresses;
import static dev.postern.readers.terraform.InMemory.body;
import static dev.postern.readers.terraform.InMemory.problems;
import static dev.postern.readers.terraform.InMemory.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.GivenSources;
import dev.postern.text.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  @Test
  void countAndForEachMakeInstances() {
    var read =
        InMemory.configuration(
            """
            variable "on" {}
            locals { ports = { ssh = 22, web = 443 } }
            resource "aws_a" "n" {
              count = 2
              x = count.index
            }
            resource "aws_a" "k" {
              for_each = local.ports
              x = "${each.key}-${each.value}"
            }
            resource "aws_a" "w" {
              count = var.on ? 1 : 0
            }
            resource "aws_a" "u" {
              for_each = toset(var.on)
              x = each.key
            }
            """);
    assertThat(addresses(read))
        .containsExactly(
            "aws_a.n[0]",
            "aws_a.n[1]",
            "aws_a.k[\"ssh\"]",
            "aws_a.k[\"web\"]",
            "aws_a.w[0] when [var.on = true]",
            "aws_a.u[*]");
    assertThat(body(read, "aws_a.n[1]")).isEqualTo("(x=1)");
    assertThat(body(read, "aws_a.k[\"web\"]")).isEqualTo("(x=web-443)");
    assertThat(body(read, "aws_a.u[*]")).isEqualTo("(x=?var.on (each.key))");
  }

  @Test
  void aSubsetOfAForEachIsExact() {
    var read =
        InMemory.configuration(
            """
            locals {
              users = { ann = { admin = true }, bob = { admin = false } }
            }
            resource "aws_a" "admin" {
              for_each = { for name, u in local.users : name => u if u.admin }
              x = each.value.admin
            }
            """);
    assertThat(addresses(read)).containsExactly("aws_a.admin[\"ann\"]");
  }

  @Test
  void dynamicAndWrittenBlocksStandTogether() {
    var read =
        InMemory.configuration(
            """
            variable "on" {}
            resource "aws_a" "a" {
              rule { port = 1 }
              dynamic "rule" {
                for_each = [2, 3]
                iterator = it
                content { port = it.value }
              }
              dynamic "rule" {
                for_each = var.on ? [4] : []
                content { port = rule.value }
              }
            }
            """);
    assertThat(body(read, "aws_a.a"))
        .isEqualTo(
            "(rule=[(port=1), (port=2), (port=3), {var.on = true: (port=4) | var.on = false: -}])");
  }

  @Test
  void modulesMayFeedEachOther() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                module "b" {
                  source = "./m"
                  in = module.a.out
                }
                module "a" {
                  source = "./m"
                  in = "x"
                  other = module.b.fixed
                }
                output "o" { value = module.b.out }
                output "p" { value = module.a.second }
                """,
                "m/main.tf",
                """
                variable "in" {}
                variable "other" { default = null }
                output "out" { value = "<${var.in}>" }
                output "second" { value = var.other }
                output "fixed" { value = "f" }
                resource "aws_a" "r" { x = var.in }
                """));
    assertThat(shown(read, "o")).isEqualTo("<<x>>");
    assertThat(shown(read, "p")).isEqualTo("f");
    assertThat(body(read, "module.b.aws_a.r")).isEqualTo("(x=<x>)");
    assertThat(problems(read)).isEmpty();
  }

  @Test
  void modulesHaveInstances() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                variable "keys" {}
                module "n" {
                  source = "./m"
                  count = 2
                  in = count.index
                }
                module "k" {
                  source = "./m"
                  for_each = var.keys
                  in = each.value
                }
                output "o" { value = module.n[*].out }
                output "k" { value = module.k["a"].out }
                """,
                "m/main.tf",
                """
                variable "in" { type = string }
                output "out" { value = aws_a.r.id }
                resource "aws_a" "r" { x = var.in }
                """));
    assertThat(addresses(read))
        .containsExactly("module.n[0].aws_a.r", "module.n[1].aws_a.r", "module.k[*].aws_a.r");
    assertThat(shown(read, "o"))
        .isEqualTo("[${module.n[0].aws_a.r.Ref}, ${module.n[1].aws_a.r.Ref}]");
    assertThat(shown(read, "k")).isEqualTo("${module.k[*].aws_a.r.Ref}");
  }

  @Test
  void aThingThatNeedsItselfIsAProblem() {
    var read =
        InMemory.configuration(
            "locals {\n a = local.b\n b = local.a\n}\noutput \"o\" { value = local.a }");
    assertThat(shown(read, "o")).isEqualTo("!");
    assertThat(problems(read)).containsExactly("ERROR `local.a` depends on itself");
  }

  @Test
  void functionsOfTheProvider() {
    var read =
        InMemory.configuration(
            """
            variable "v" {}
            locals { role = "arn:aws:iam::1:role/p/q/a" }
            output "o" {
              value = [
                provider::aws::trim_iam_role_path(local.role),
                try(provider::aws::trim_iam_role_path("arn:aws:iam::1:user/a"), "error"),
                try(provider::aws::trim_iam_role_path("arn:aws:iam:r:1:role/a"), "error"),
                provider::aws::arn_parse(local.role).resource,
                try(provider::aws::arn_parse("arn:a"), "error"),
                provider::aws::arn_build("aws", true, "", 1, var.v),
                try(provider::aws::arn_build(null, "", "", "", ""), "error"),
              ]
            }
            """);
    assertThat(shown(read, "o"))
        .isEqualTo(
            "[arn:aws:iam::1:role/a, error, error, role/p/q/a, error, arn:aws:true::1:<var.v>,"
                + " error]");
  }

  @Test
  void templatesWithDirectives() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                locals { t = "%%{ for i, x in a ~}\\n$${i}=$${x}%%{ if x == 1 } one%%{ endif }\\n%%{ endfor ~}" }
                output "s" { value = templatestring(local.t, { a = [1, 2] }) }
                output "f" { value = templatefile("${path.module}/t.tpl", { a = [1, 2] }) }
                """,
                "t.tpl",
                "%{ for x in a ~}\n${x},\n%{ endfor ~}\nend"));
    assertThat(shown(read, "s")).isEqualTo("0=1 one\n1=2\n");
    assertThat(shown(read, "f")).isEqualTo("1,\n2,\nend");
  }

  @Test
  void jsonSyntaxIsReadLikeNative() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf.json",
                """
                {
                  "//": "a comment",
                  "variable": {"v": {"default": "x${y}", "type": "string"}},
                  "locals": {"l": "${upper(var.v)}"},
                  "resource": {
                    "aws_a": {
                      "r": {
                        "name": "n-${local.l}",
                        "rule": [{"port": 1}, {"port": "${1 + 1}"}],
                        "dynamic": {"more": {"for_each": [3], "content": {"port": "${more.value}"}}},
                        "count": 1
                      }
                    }
                  },
                  "output": {"o": {"value": "${aws_a.r[0].id}"}}
                }
                """));
    assertThat(problems(read)).isEmpty();
    assertThat(body(read, "aws_a.r[0]"))
        .isEqualTo("(name=n-X${Y}, rule=[(port=1), (port=2)], more=[(port=3)])");
    assertThat(shown(read, "o")).isEqualTo("${aws_a.r[0].Ref}");
  }

  @Test
  void argumentsInJsonMayHaveTheNamesOfBlocks() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf.json",
                """
                {
                  "locals": {"content": "c", "dynamic": {"x": "d"}},
                  "resource": {"aws_a": {"r": {
                    "content": "${local.content}",
                    "rule": {"connection": "e", "lifecycle": "f"},
                    "dynamic": {"more": {"for_each": [1],
                      "content": {"provisioner": "${local.dynamic.x}"}}}
                  }}}
                }
                """));
    assertThat(problems(read)).isEmpty();
    assertThat(body(read, "aws_a.r"))
        .isEqualTo("(content=c, rule=(connection=e, lifecycle=f), more=[(provisioner=d)])");
  }

  @Test
  void placesInJsonAreThoseOfTheFile() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf.json",
                """
                {"resource": {"aws_a": {"r": {
                  "x": "a${nosuch.b.c}"
                }}}}
                """));
    assertThat(read.problems())
        .singleElement()
        .extracting(Problem::at)
        .hasToString("main.tf.json:2:12");
  }

  @Test
  void overrideFilesChangeWhatIsThere() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                locals { l = 1 }
                resource "aws_a" "r" {
                  a = local.l
                  b = 1
                  rule { port = 1 }
                  rule { port = 2 }
                  other { x = 1 }
                }
                """,
                "main_override.tf",
                """
                locals { l = 2 }
                resource "aws_a" "r" {
                  b = 2
                  c = 3
                  rule { port = 9 }
                }
                """));
    assertThat(body(read, "aws_a.r")).isEqualTo("(a=2, b=2, c=3, other=[(x=1)], rule=[(port=9)])");
    assertThat(problems(read)).isEmpty();
  }

  @Test
  void installedModulesAreFound() {
    var sources =
        new GivenSources(
            Map.of(
                "env/main.tf",
                """
                module "vpc" { source = "terraform-aws-modules/vpc/aws" }
                module "gone" { source = "x/y/z" }
                """,
                "env/.terraform/modules/modules.json",
                """
                {"Modules": [
                  {"Key": "", "Dir": "."},
                  {"Key": "vpc", "Dir": ".terraform/modules/vpc"},
                  {"Key": "vpc.inner", "Dir": ".terraform/modules/inner"},
                  {"Key": "gone", "Dir": "../../../etc"}
                ]}
                """,
                "env/.terraform/modules/vpc/main.tf",
                """
                resource "aws_vpc" "this" {}
                module "inner" { source = "a/b/c" }
                """,
                "env/.terraform/modules/inner/main.tf",
                "resource \"aws_subnet\" \"this\" {}\n"));
    var read = Terraform.read(sources, "env", Terraform.Inputs.NONE, InMemory.NO_SCHEMAS);
    assertThat(addresses(read))
        .containsExactly("module.vpc.aws_vpc.this", "module.vpc.module.inner.aws_subnet.this");
    assertThat(problems(read))
        .containsExactly("ERROR module `gone` lies outside what is reviewed: `x/y/z`");
  }

  @Test
  void filesAreConfined() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                output "a" { value = file("${path.module}/f.txt") }
                output "b" { value = templatefile("t.tpl", { name = "x", list = [1, 2] }) }
                output "c" { value = file("../../etc/passwd") }
                output "d" { value = file("/etc/passwd") }
                output "e" { value = try(file("none"), "fallback") }
                output "f" { value = fileset(path.module, "*.{txt,tpl}") }
                output "g" { value = fileexists("f.txt") }
                output "h" { value = templatefile("t.tpl", {}) }
                output "i" { value = filemd5("f.txt") }
                """,
                "f.txt",
                "hello",
                "t.tpl",
                "<${name}>%{ for x in list }${x};%{ endfor }"));
    assertThat(shown(read, "a")).isEqualTo("hello");
    assertThat(shown(read, "b")).isEqualTo("<x>1;2;");
    assertThat(shown(read, "c")).isEqualTo("?file ../../etc/passwd");
    assertThat(shown(read, "d")).isEqualTo("?file /etc/passwd");
    assertThat(shown(read, "e")).isEqualTo("fallback");
    assertThat(shown(read, "f")).isEqualTo("[f.txt, t.tpl]");
    assertThat(shown(read, "g")).isEqualTo("true");
    assertThat(Nodes.hasError(InMemory.output(read, "h"))).isTrue();
    assertThat(shown(read, "i")).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(problems(read))
        .containsExactlyInAnyOrder(
            "WARNING `file(\"../../etc/passwd\")` lies outside what is reviewed and is not read",
            "WARNING `file(\"/etc/passwd\")` lies outside what is reviewed and is not read");
  }

  @Test
  void dataOfTheProviderIsTheSameInEveryModule() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                data "aws_caller_identity" "current" {}
                data "aws_ami" "base" { owners = ["self"] }
                module "m" { source = "./m" }
                output "a" { value = data.aws_caller_identity.current.account_id == module.m.id }
                output "b" { value = data.aws_ami.base.id }
                output "c" { value = data.aws_ami.base.owners }
                output "d" { value = module.m.vpc }
                """,
                "m/main.tf",
                """
                data "aws_caller_identity" "current" {}
                data "aws_vpc" "v" {}
                output "id" { value = data.aws_caller_identity.current.account_id }
                output "vpc" { value = data.aws_vpc.v.cidr_block }
                """));
    assertThat(shown(read, "a")).isEqualTo("true");
    assertThat(shown(read, "b")).isEqualTo("?data.aws_ami.base.id");
    assertThat(shown(read, "c")).isEqualTo("[self]");
    assertThat(shown(read, "d")).isEqualTo("?module.m.data.aws_vpc.v.cidr_block");
  }

  @Test
  void blocksOfTerraformsOwnAreTolerated() {
    var read =
        InMemory.configuration(
            """
            terraform { required_version = ">= 1.5" }
            provider "aws" { region = "eu-west-1" }
            moved {
              from = aws_a.x
              to = aws_a.y
            }
            removed {
              from = aws_a.z
              lifecycle { destroy = false }
            }
            import {
              to = aws_a.y
              id = "y"
            }
            check "c" {
              data "aws_b" "d" {}
              assert {
                condition = data.aws_b.d.x
                error_message = "no"
              }
            }
            ephemeral "aws_secret" "s" {}
            resource "aws_a" "y" {
              depends_on = [aws_a.none]
              secret = ephemeral.aws_secret.s.value
              lifecycle { ignore_changes = [tags] }
            }
            locals { a = 1 }
            locals { a = 2 }
            """);
    assertThat(addresses(read)).containsExactly("aws_a.y");
    assertThat(body(read, "aws_a.y")).isEqualTo("(secret=?ephemeral.aws_secret.s.value)");
    assertThat(problems(read))
        .containsExactly("ERROR `local.a` is declared twice; the first one counts");
  }

  @Test
  void argumentsThatTerraformRefusesAreToldOnce() {
    var read =
        InMemory.configuration(
            """
            variable "on" {
              type    = bool
              default = true
            }
            locals {
              zones = "REPLACE_ME"
            }
            resource "aws_subnet" "s" {
              count             = 2
              availability_zone = element(local.zones, count.index)
              tags              = { Name = try(element(local.zones, 0), "subnet") }
            }
            resource "aws_lambda_function" "f" {
              function_name    = "f"
              source_code_hash = filebase64sha256("built.zip")
              description      = aws_subnet.s[0].an_attribute_of_another_version
            }
            """);

    assertThat(read.problems())
        .extracting(p -> p.at().line() + " " + p.message())
        .containsExactly("10 `availability_zone` has no value: Terraform refuses this expression");
  }
}
