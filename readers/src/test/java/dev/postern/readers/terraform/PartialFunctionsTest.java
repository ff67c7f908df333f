package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.value.Sensitivity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What functions say about arguments that are known in part.
class PartialFunctionsTest {
  private static final String CONFIGURATION =
      """
      variable "s" { type = string }
      variable "env" { type = string }
      variable "on" { type = bool }
      variable "list" { type = list(string) }
      variable "map" { type = map(string) }
      variable "n" { type = number }
      variable "pw" {
        sensitive = true
        default = "hunter2"
      }
      locals {
        half = "arn:aws:s3:::${var.s}/*"
        doc  = jsonencode({ Resource = "_BUCKET_ARN_/*", Other = [aws_s3_bucket.b.arn, var.s] })
      }
      resource "aws_s3_bucket" "b" {}
      resource "aws_x" "n" { count = var.on ? 1 : 0 }
      resource "aws_x" "many" { for_each = var.map }
      output "o" { value = %s }
      data "aws_region" "now" {}
      resource "aws_acm_certificate" "c" {}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ⇒ ",
      quoteCharacter = '`',
      value = {
        "lower(local.half) ⇒ arn:aws:s3:::<lower(var.s)>/*",
        "upper(local.half) ⇒ ARN:AWS:S3:::<upper(var.s)>/*",
        "lower(aws_s3_bucket.b.id) ⇒ <lower(aws_s3_bucket.b.Ref)>",
        "startswith(local.half, \"arn:\") ⇒ true",
        "startswith(local.half, \"x\") ⇒ false",
        "startswith(var.s, \"x\") ⇒ ?startswith(var.s, \"x\")",
        "endswith(local.half, \"/*\") ⇒ true",
        "strcontains(local.half, \"aws\") ⇒ true",
        "strcontains(local.half, \"zzz\") ⇒ ?strcontains(\"arn:aws:s3:::${var.s}/*\", \"zzz\")",
        "split(\":\", local.half) ⇒ [arn, aws, s3, , , ...]",
        "split(\"/\", local.half)[0] ⇒ ?var.s[0]",
        "substr(local.half, 0, 3) ⇒ arn",
        "trimprefix(local.half, \"arn:\") ⇒ aws:s3:::<var.s>/*",
        "trimsuffix(local.half, \"/*\") ⇒ arn:aws:s3:::<var.s>",
        "trimspace(local.half) ⇒ arn:aws:s3:::<var.s>/*",
        "trimspace(var.s) ⇒ <trimspace(var.s)>",
        "replace(local.half, \":\", \"-\") ⇒ arn-aws-s3---<replace(var.s, \":\", \"-\")>/*",
        "replace(local.half, \"aws\", \"x\") ⇒ arn:x:s3:::<replace(var.s, \"aws\", \"x\")>/*",
        "replace(local.doc, \"_BUCKET_ARN_\", aws_s3_bucket.b.arn) ⇒"
            + " json:(Resource=${aws_s3_bucket.b.Arn}/*, Other=[${aws_s3_bucket.b.Arn},"
            + " ?replace(var.s, \"_BUCKET_ARN_\", \"${aws_s3_bucket.b.Arn}\")])",
        "join(\",\", [\"a\", var.s, aws_s3_bucket.b.arn]) ⇒ a,<var.s>,${aws_s3_bucket.b.Arn}",
        "join(\",\", var.list) ⇒ <join(\",\", var.list)>",
        "format(\"%s-%s\", \"a\", var.s) ⇒ a-<var.s>",
        "format(\"%s/%03d\", aws_s3_bucket.b.id, 7) ⇒ ${aws_s3_bucket.b.Ref}/007",
        "formatlist(\"%s/*\", [var.s, \"b\"]) ⇒ [<var.s>/*, b/*]",
        "concat([\"a\"], var.list, [\"b\"]) ⇒ [a, b, ...]",
        "concat([\"a\"], var.list)[0] ⇒ ?var.list[0]",
        "merge({a = 1}, {b = var.n}) ⇒ (a=1, b=?var.n)",
        "merge(var.map, {a = 1}) ⇒ (a=1, ...)",
        "merge({a = 1}, var.map).a ⇒ ?merge({a = 1}, var.map)[\"a\"]",
        "flatten([[\"a\"], [var.s]]) ⇒ [a, ?var.s]",
        "flatten([[\"a\"], [\"x${var.s}\"]]) ⇒ [a, x<var.s>]",
        "flatten([[\"a\"], var.on ? [\"b\"] : []]) ⇒ {var.on = true: [a, b] | var.on = false: [a]}",
        "length(var.list) ⇒ ?length(var.list)",
        "length([var.s, \"a\"]) ⇒ 2",
        "length(flatten([[\"a\"], var.on ? [\"b\"] : []])) ⇒ {var.on = true: 2 | var.on = false:"
            + " 1}",
        "contains([\"a\", var.s], \"a\") ⇒ true",
        "contains([\"dev\", \"prod\"], var.env) ⇒ {var.env = dev: true | var.env = prod: true |"
            + " var.env ≠ dev and var.env ≠ prod: false}",
        "lookup({dev = 1, prod = 2}, var.env, 3) ⇒ {var.env = dev: 1 | var.env = prod: 2 | var.env"
            + " ≠ dev and var.env ≠ prod: 3}",
        "{dev = 1}[var.env] ⇒ {var.env = dev: 1 | var.env ≠ dev: !}",
        "[for o in aws_acm_certificate.c.domain_validation_options : o.domain_name] ⇒ [...]",
        "lookup({}, data.aws_region.now.endpoint, 3) ⇒ 3",
        "lookup(var.map, \"a\", 1) ⇒ ?lookup(var.map, \"a\", 1)",
        "lookup({a = var.s}, \"a\", 1) ⇒ ?var.s",
        "coalesce(aws_s3_bucket.b.id, \"x\") ⇒ ${aws_s3_bucket.b.Ref}",
        "coalesce(\"\", \"a${var.s}\") ⇒ a<var.s>",
        "coalesce(var.s, \"x\") ⇒ ?coalesce(var.s, \"x\")",
        "compact([\"a\", \"\", null, aws_s3_bucket.b.id, var.s]) ⇒ [a, ${aws_s3_bucket.b.Ref},"
            + " ...]",
        "keys({b = var.s, a = 1}) ⇒ [a, b]",
        "values({b = var.s, a = 1}) ⇒ [1, ?var.s]",
        "toset([var.s, \"b\", \"b\"]) ⇒ [b, ?var.s]",
        "distinct([var.s, var.s, \"b\"]) ⇒ [?var.s, b]",
        "slice(var.list, 0, 2) ⇒ [?var.list[0], ?var.list[1]]",
        "setsubtract([\"a\", \"b\"], [var.s]) ⇒ [...]",
        "setunion([\"b\"], [\"a\"], var.list) ⇒ [a, b, ...]",
        "alltrue([false, var.on]) ⇒ false",
        "anytrue([true, var.on]) ⇒ true",
        "alltrue([true, var.on]) ⇒ {var.on = true: true | var.on = false: false}",
        "cidrsubnet(var.s, 8, 1) ⇒ ?cidrsubnet(var.s, 8, 1)",
        "cidrsubnets(var.s, 4, 4) ⇒ [<cidrsubnets(var.s, 4, 4)[0]>, <cidrsubnets(var.s, 4, 4)[1]>]",
        "jsondecode(jsonencode({a = var.s})).a ⇒ ?var.s",
        "jsondecode(\"{\\\"a\\\": \\\"x${var.s}\\\"}\") ⇒ (a=x<var.s>)",
        "base64encode(\"x${var.s}\") ⇒ ?base64encode(\"x${var.s}\")",
        "upper(lower(var.s)) == upper(lower(var.s)) ⇒ true",
        "try(var.map.x, \"d\") ⇒ ?var.map.x",
        "try(aws_x.n[0].id, \"\") ⇒ {var.on = true: ${aws_x.n[0].Ref} | var.on = false: }",
        "one(aws_x.n[*].id) ⇒ {var.on = true: ${aws_x.n[0].Ref} | var.on = false: -}",
        "length(aws_x.n) ⇒ {var.on = true: 1 | var.on = false: 0}",
        "join(\"\", aws_x.n[*].arn) ⇒ {var.on = true: ${aws_x.n[0].Arn} | var.on = false: }",
        "aws_x.many[\"k\"].id ⇒ ${aws_x.many[*].Ref}",
        "values(aws_x.many)[*].id ⇒ [...]",
        "[for x in [\"a\", \"b\"] : x if x == var.env] ⇒ {var.env = a: [a] | var.env = b: [b] |"
            + " var.env ≠ a and var.env ≠ b: []}",
        "{for k in [\"a\"] : k => 1 if var.on} ⇒ {var.on = true: (a=1) | var.on = false: ()}",
        "var.on && true ⇒ {var.on = true: true | var.on = false: false}",
        "!var.on ⇒ {var.on = true: false | var.on = false: true}",
        "var.on && !var.on ⇒ {var.on = true: false | var.on = false: false}",
        "var.n + 1 ⇒ ?var.n + 1",
        "var.n > 0 ? \"a\" : \"b\" ⇒ {var.n > 0 = true: a | var.n > 0 = false: b}",
        "{(var.on ? \"a\" : \"b\") = 1} ⇒ {var.on = true: (a=1) | var.on = false: (b=1)}",
        "[null, \"a\"] ⇒ [-, a]",
        "\"${var.on ? \"a\" : \"b\"}-x\" ⇒ {var.on = true: a-x | var.on = false: b-x}",
        "max(1, var.n) ⇒ ?max(1, var.n)",
        "timestamp() == timestamp() ⇒ ?timestamp() at main.tf:18:22 == timestamp() at"
            + " main.tf:18:37",
        "nosuch(1) ⇒ ?nosuch(1)",
        "terraform.workspace == \"prod\" ⇒ {terraform.workspace = prod: true | terraform.workspace"
            + " ≠ prod: false}",
        "try(null.a, \"x\") ⇒ x",
        "try([for x in [1] : x.y], \"x\") ⇒ x",
        "try(flatten([{}.a]), \"x\") ⇒ x",
        "can(var.map.x) ⇒ ?can(var.map.x)",
      })
  void saysWhatFollows(String expression, String expected) {
    var read = InMemory.configuration(CONFIGURATION.formatted(expression));
    assertThat(Shown.of(InMemory.output(read, "o"))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "upper(var.pw)",
        "\"x${var.pw}\"",
        "join(\",\", [var.pw])",
        "format(\"%s\", var.pw)",
        "var.pw == \"a\"",
        "base64encode(var.pw)",
        "split(\"t\", var.pw)",
        "{a = var.pw}.a",
        "sensitive(1)",
        "var.pw == \"hunter2\" ? 1 : 2",
        "length(var.pw)",
        "templatestring(local.half, {a = var.pw})",
      })
  void secretsStaySecret(String expression) {
    var value = InMemory.output(InMemory.configuration(CONFIGURATION.formatted(expression)), "o");
    if (!expression.startsWith("templatestring")) {
      assertThat(value.sensitivity()).isEqualTo(Sensitivity.SECRET);
    }
    assertThat(value.toString()).doesNotContain("hunter2").doesNotContain("HUNTER2");
  }
}
