package dev.postern.readers.hcl;

import java.util.List;

/// Small files that together use every construct.
final class Samples {
  private Samples() {}

  static final String BLOCKS =
      """
      # postern: allow open-bucket until 2030-01-01: public web site
      terraform {
        required_version = ">= 1.5" // why
        required_providers {
          aws = { source = "hashicorp/aws", version = "~> 6.0" }
        }
      }

      variable "admin_cidrs" {
        type    = list(string)
        default = ["0.0.0.0/1", "128.0.0.0/1",]
        validation {
          condition     = alltrue([for c in var.admin_cidrs : can(cidrhost(c, 0))])
          error_message = "Bad \\"cidr\\"."
        }
      }
      resource aws_instance "a" { ami = "x" }
      empty {}
      """;

  static final String EXPRESSIONS =
      """
      locals {
        a = var.x != null && !var.y || -1 + 2 * 3 % 4 >= 1.5e3 ? [1, true, null] : []
        b = { for k, v in module.m[*].out : "${k}-x" => v... if v != "" }
        c = aws_instance.web.*.id[0]
        d = merge(local.e, { (var.name) = 1, plain : 2, "q" = 3 }...)
        e = provider::aws::arn_parse(
          data.x.y["k"].0.z, # first
        ).account
        größe = "$${not} %%{not} ${a ? "b" : "${c}"} %{ if d }e%{ else }f%{ endif }"
        /* block
           comment */ g = (
          1
        )
      }
      """;

  static final String HEREDOCS =
      """
      resource "aws_iam_policy" "p" {
        policy = <<-EOT
          {
            "Statement": [{ "Effect": "Allow", "Resource": "arn:aws:s3:::${var.b}/*" }]
            %{~ for x in var.xs ~}
            "${x}", $${kept}
            %{~ endfor ~}
          }
        EOT
        user_data = base64encode(<<EOF
      #!/bin/sh
      echo "${jsonencode({ a = <<IN
      inner ${b}
      IN
      })}"
      EOF
        )
      }
      """;

  static final List<String> ALL =
      List.of(BLOCKS, EXPRESSIONS, HEREDOCS, "\uFEFF" + EXPRESSIONS.replace("\n", "\r\n"), "a = 1");
}
