# How code comes to run: builds, pipelines and deployments, one pipeline for each application.

provider "aws" {
  region = "eu-west-1"
}

variable "applications" {
  type = map(object({
    branch = optional(string, "main")
    stages = optional(set(string), ["test", "prod"])
    build  = optional(map(any), {})
    queue  = optional(bool)
  }))
  default = {
    shop  = { build = { JAVA = "25" } }
    admin = { branch = "next", stages = ["test"] }
  }
  validation {
    condition     = alltrue([for name, a in var.applications : length(a.stages) > 0])
    error_message = "every application needs a stage"
  }
}

locals {
  approvals = toset(["prod"])
  pairs = {
    for pair in setproduct(keys(var.applications), ["test", "prod"]) :
    join("-", pair) => { app = pair[0], stage = pair[1] }
    if contains(var.applications[pair[0]].stages, pair[1])
  }
}

module "pipeline" {
  source      = "./modules/pipeline"
  for_each    = var.applications
  application = each.key
  settings    = each.value
  approvals   = setintersection(each.value.stages, local.approvals)
}

resource "aws_codestarconnections_connection" "github" {
  name          = "github"
  provider_type = "GitHub"
}

resource "aws_codecommit_repository" "old" {
  repository_name = "old"
}

resource "aws_codedeploy_app" "this" {
  for_each         = var.applications
  name             = each.key
  compute_platform = "Server"
}

resource "aws_codedeploy_deployment_group" "this" {
  for_each              = local.pairs
  app_name              = aws_codedeploy_app.this[each.value.app].name
  deployment_group_name = each.value.stage
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"
  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE"]
  }
  ec2_tag_set {
    dynamic "ec2_tag_filter" {
      for_each = { Application = each.value.app, Stage = each.value.stage }
      content {
        key   = ec2_tag_filter.key
        type  = "KEY_AND_VALUE"
        value = ec2_tag_filter.value
      }
    }
  }
}

resource "aws_codeartifact_domain" "main" {
  domain = "main"
}

resource "aws_codeartifact_repository" "libraries" {
  repository = "libraries"
  domain     = aws_codeartifact_domain.main.domain
  external_connections {
    external_connection_name = "public:maven-central"
  }
}

resource "aws_elastic_beanstalk_application" "site" {
  name = "site"
}

resource "aws_elastic_beanstalk_environment" "site" {
  name                = "site"
  application         = aws_elastic_beanstalk_application.site.name
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running Corretto 21"
  dynamic "setting" {
    for_each = {
      "aws:autoscaling:asg/MinSize" = 1
      "aws:autoscaling:asg/MaxSize" = "3"
    }
    content {
      namespace = split("/", setting.key)[0]
      name      = element(split("/", setting.key), 1)
      value     = setting.value
    }
  }
}

resource "aws_cloudformation_stack" "hook" {
  name         = "hook"
  capabilities = ["CAPABILITY_IAM"]
  parameters   = { Stages = join(",", sort(flatten([for a in var.applications : tolist(a.stages)]))) }
  template_body = jsonencode({
    Parameters = { Stages = { Type = "String" } }
    Resources = {
      Topic = { Type = "AWS::SNS::Topic" }
    }
  })
}

resource "aws_imagebuilder_component" "agent" {
  name     = "agent"
  platform = "Linux"
  version  = "1.0.0"
  data     = <<-YAML
    name: agent
    schemaVersion: 1.0
    phases:
      - name: build
        steps:
          - name: install
            action: ExecuteBash
            inputs:
              commands:
                - dnf install -y amazon-cloudwatch-agent
  YAML
}

resource "aws_amplify_app" "docs" {
  name                     = "docs"
  enable_branch_auto_build = true
  environment_variables    = { for name, a in var.applications : upper("${name}_branch") => a.branch }
  custom_rule {
    source = "/<*>"
    status = "404"
    target = "/index.html"
  }
}

resource "aws_amplify_branch" "docs" {
  for_each    = { for name, a in var.applications : a.branch => name... }
  app_id      = aws_amplify_app.docs.id
  branch_name = each.key
  description = join(" and ", each.value)
}
