# Blocks with little in them, which shows what the provider adds of itself.

provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "small" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/sdf"
  }

  root_block_device {}
}

resource "aws_lambda_function" "small" {
  function_name = "small"
  role          = "arn:aws:iam::111122223333:role/small"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/small:1"
  package_type  = "Image"

  vpc_config {
    subnet_ids         = ["subnet-0aaaaaaaaaaaaaaa1"]
    security_group_ids = ["sg-0aaaaaaaaaaaaaaa1"]
  }
}

resource "aws_ecs_cluster_capacity_providers" "small" {
  cluster_name       = "small"
  capacity_providers = ["FARGATE"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE"
  }
}

resource "aws_ecs_task_definition" "small" {
  family = "small"
  container_definitions = jsonencode([
    { name = "small", image = "small", memory = 128 },
  ])

  volume {
    name = "shared"

    efs_volume_configuration {
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}

resource "aws_codebuild_project" "small" {
  name         = "small"
  service_role = "arn:aws:iam::111122223333:role/small"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "STAGE"
      value = "test"
    }
  }

  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}

resource "aws_cloudfront_distribution" "small" {
  enabled = true

  origin {
    domain_name = "www.example.com"
    origin_id   = "www"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "www"
    viewer_protocol_policy = "https-only"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "aws_sqs_queue" "small" {
  name = "small"
}

resource "aws_backup_plan" "small" {
  name = "small"

  rule {
    rule_name         = "daily"
    target_vault_name = "small"
    schedule          = "cron(0 5 ? * * *)"

    lifecycle {}
  }
}
