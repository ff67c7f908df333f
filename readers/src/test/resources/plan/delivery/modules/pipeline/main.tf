variable "application" {
  type = string
}

variable "settings" {
  type = object({
    branch = string
    stages = set(string)
    build  = map(string)
    queue  = optional(bool, true)
  })
}

variable "approvals" {
  type    = set(string)
  default = []
}

resource "aws_codebuild_project" "this" {
  name          = "${var.application}-build"
  service_role  = "arn:aws:iam::111122223333:role/build"
  build_timeout = 15
  artifacts {
    type = "CODEPIPELINE"
  }
  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = false
    dynamic "environment_variable" {
      for_each = var.settings.build
      iterator = v
      content {
        name  = v.key
        value = v.value
      }
    }
  }
  source {
    type      = "CODEPIPELINE"
    buildspec = file("${path.module}/buildspec.yml")
  }
}

resource "aws_codepipeline" "this" {
  name     = var.application
  role_arn = "arn:aws:iam::111122223333:role/pipeline"

  pipeline_type  = "V2"
  execution_mode = var.settings.queue ? "QUEUED" : "SUPERSEDED"

  artifact_store {
    location = "artifacts"
    type     = "S3"
  }

  stage {
    name = "Source"
    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
      configuration = {
        ConnectionArn    = "arn:aws:codestar-connections:eu-west-1:111122223333:connection/11111111-2222-3333-4444-555555555555"
        FullRepositoryId = "acme/${var.application}"
        BranchName       = var.settings.branch
      }
    }
  }

  stage {
    name = "Build"
    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = 1
      input_artifacts = ["source"]
      configuration   = { ProjectName = aws_codebuild_project.this.name }
    }
  }

  dynamic "stage" {
    for_each = sort(var.settings.stages)
    content {
      name = title(stage.value)

      dynamic "action" {
        for_each = contains(var.approvals, stage.value) ? ["Approve"] : []
        content {
          name      = action.value
          category  = "Approval"
          owner     = "AWS"
          provider  = "Manual"
          version   = 1
          run_order = 1
        }
      }

      action {
        name            = "Deploy"
        category        = "Deploy"
        owner           = "AWS"
        provider        = "CodeDeploy"
        version         = 1
        run_order       = 2
        input_artifacts = ["source"]
        configuration = {
          ApplicationName     = var.application
          DeploymentGroupName = stage.value
        }
      }
    }
  }
}
