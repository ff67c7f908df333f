package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.InMemory.body;
import static dev.postern.readers.terraform.InMemory.problems;
import static dev.postern.readers.terraform.InMemory.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.readers.source.GivenSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Variables: their types, defaults and validations, and where their values come from.
class VariablesTest {
  @Test
  void typesConvert() {
    var read =
        InMemory.configuration(
            """
            variable "a" {
              type = object({
                name = string
                port = optional(number, 22)
                tags = optional(map(string), {})
                inner = optional(object({ on = optional(bool, true) }), {})
              })
              default = { name = 5, extra = 1 }
            }
            variable "s" {
              type = set(string)
              default = ["b", "a", "b"]
            }
            variable "b" {
              type = bool
              default = "true"
            }
            variable "n" {
              type = list(number)
              default = ["1", 2]
            }
            output "a" { value = var.a }
            output "s" { value = var.s }
            output "b" { value = var.b }
            output "n" { value = var.n }
            """);
    assertThat(shown(read, "a")).isEqualTo("(name=5, port=22, tags=(), inner=(on=true))");
    assertThat(shown(read, "s")).isEqualTo("[a, b]");
    assertThat(InMemory.output(read, "b").sole()).contains(new Node.Bool(true));
    assertThat(shown(read, "n")).isEqualTo("[1, 2]");
  }

  @Test
  void defaultsNestAndStandInForNull() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                variable "off" {}
                variable "v" {
                  type = object({
                    b = optional(list(object({ c = optional(string, "x"), d = optional(any) })), [{}])
                    m = optional(map(object({ n = optional(bool, true) })), { k = {} })
                  })
                  default = {}
                }
                variable "s" {
                  type    = set(object({ p = number, q = optional(string, "d") }))
                  default = [{ p = 1 }, { p = "1" }, { p = 2, q = "e" }]
                }
                variable "a" {
                  type    = map(any)
                  default = { a = { x = 1 }, b = { x = "q" } }
                }
                module "m" {
                  source = "./m"
                  c      = var.off ? null : { x = 9 }
                  d      = var.off ? null : { x = 9 }
                  e      = { p = var.off ? null : 5 }
                }
                output "v" { value = var.v }
                output "s" { value = var.s }
                output "a" { value = [for v in values(var.a) : v.x == "1"] }
                output "m" { value = module.m.o }
                """,
                "m/main.tf",
                """
                variable "c" {
                  type    = object({ x = optional(number, 3) })
                  default = { x = 4 }
                }
                variable "d" {
                  type     = object({ x = optional(number, 3) })
                  default  = {}
                  nullable = false
                }
                variable "e" { type = object({ p = optional(number, 7), q = optional(string) }) }
                output "o" { value = [var.c, var.d, var.e] }
                """));
    assertThat(shown(read, "v")).isEqualTo("(b=[(c=x, d=-)], m=(k=(n=true)))");
    assertThat(shown(read, "s")).isEqualTo("[(p=1, q=d), (p=2, q=e)]");
    assertThat(shown(read, "a")).isEqualTo("[true, false]");
    assertThat(shown(read, "m"))
        .isEqualTo(
            "[{var.off = true: - | var.off = false: (x=9)},"
                + " {var.off = true: (x=3) | var.off = false: (x=9)},"
                + " (p={var.off = true: 7 | var.off = false: 5}, q=-)]");
  }

  @Test
  void valuesThatTerraformRefusesAreTold() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                """
                variable "open" {}
                module "bad" {
                  source = "./m"
                  env    = "stage"
                  n      = "x"
                }
                module "good" {
                  source = "./m"
                  env    = "dev"
                  n      = "1"
                  r      = "r"
                }
                module "open" {
                  source = "./m"
                  env    = var.open
                  n      = var.open
                  r      = null
                }
                module "perhaps" {
                  count  = var.open ? 1 : 0
                  source = "./m"
                }
                """,
                "m/main.tf",
                """
                variable "env" {
                  type = string
                  validation {
                    condition     = contains(["dev", "prod"], var.env)
                    error_message = "no such environment"
                  }
                }
                variable "n" { type = number }
                variable "r" {}
                """));
    assertThat(problems(read))
        .containsExactly(
            "INFO `var.open` has no value; what depends on it is left open",
            "ERROR `module.bad.var.env` does not pass its validation",
            "ERROR `module.bad.var.n` is not of its type",
            "ERROR `module.bad.var.r` is given no value");
  }

  @Test
  void ephemeralValuesAreNotKnown() {
    var read =
        InMemory.configuration(
            """
            variable "pw" {
              type      = string
              ephemeral = true
              default   = "given"
            }
            ephemeral "aws_secret" "s" {}
            resource "aws_a" "a" {
              password_wo         = ephemeral.aws_secret.s.value
              password_wo_version = terraform.applying ? 1 : 2
            }
            output "n" { value = [ephemeralasnull(var.pw), ephemeralasnull("x")] }
            output "t" { value = terraform.applying == "no" }
            output "e" { value = try(terraform.env, "none") }
            """);
    assertThat(body(read, "aws_a.a"))
        .isEqualTo(
            "(password_wo=?ephemeral.aws_secret.s.value, password_wo_version="
                + "{terraform.applying = true: 1 | terraform.applying = false: 2})");
    assertThat(shown(read, "n")).isEqualTo("[?ephemeralasnull(var.pw), x]");
    assertThat(shown(read, "t")).isEqualTo("false");
    assertThat(shown(read, "e")).isEqualTo("none");
  }

  @Test
  void variableFilesAndCommandLine() {
    var sources =
        new GivenSources(
            Map.of(
                "main.tf",
                """
                variable "a" {}
                variable "b" {}
                variable "c" { type = list(string) }
                variable "d" { type = string }
                variable "e" {}
                output "o" { value = [var.a, var.b, var.c, var.d] }
                """,
                "terraform.tfvars",
                "a = 1\nb = 1\nzz = 1\n",
                "x.auto.tfvars.json",
                "{\"b\": 2}"));
    var inputs = new Terraform.Inputs(Map.of("c", "[\"x\"]", "d", "[", "no", "1"), List.of());
    var read = Terraform.read(sources, "", inputs, InMemory.NO_SCHEMAS);
    assertThat(shown(read, "o")).isEqualTo("[1, 2, [x], []".replace("[]", "[") + "]");
    assertThat(problems(read))
        .containsExactlyInAnyOrder(
            "WARNING variable `zz` is not declared",
            "ERROR variable `no` is not declared",
            "INFO `var.e` has no value; what depends on it is left open");
  }
}
