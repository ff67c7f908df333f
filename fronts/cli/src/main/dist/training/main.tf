# A small service, read once to warm the start-up cache.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "admin_cidrs" {
  description = "who may log in"
  type        = list(string)
  default     = ["0.0.0.0/1", "128.0.0.0/1"]
}

variable "queues" {
  type = map(object({
    delay   = optional(number, 0)
    private = bool
  }))
  default = {
    orders = { private = true }
    events = { delay = 5, private = false }
  }
}

locals {
  name = lower("Training-${var.region}")
  tags = merge({ service = local.name }, { managed = "terraform" })
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_iam_role" "worker" {
  name               = "${local.name}-worker"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "worker" {
  role = aws_iam_role.worker.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for key, queue in var.queues : {
        Effect   = "Allow"
        Action   = queue.private ? ["sqs:ReceiveMessage"] : ["sqs:*"]
        Resource = aws_sqs_queue.work[key].arn
      }
    ]
  })
}

resource "aws_sqs_queue" "work" {
  for_each = var.queues

  name              = "${local.name}-${each.key}"
  delay_seconds     = each.value.delay
  kms_master_key_id = each.value.private ? aws_kms_key.data.id : null
  tags              = local.tags
}

resource "aws_kms_key" "data" {
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_vpc" "main" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "public" {
  count                   = 2
  vpc_id                  = aws_vpc.main.id
  cidr_block              = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  map_public_ip_on_launch = true
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  count          = length(aws_subnet.public)
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  dynamic "ingress" {
    for_each = toset([22, 443])
    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = var.admin_cidrs
    }
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "web" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.public[0].id
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = <<-SCRIPT
    #!/bin/sh
    echo "${local.name}" >/etc/motd
  SCRIPT

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_s3_bucket" "data" {
  bucket_prefix = local.name
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = <<POLICY
{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": "s3:GetObject",
    "Resource": "${aws_s3_bucket.data.arn}/*"
  }
}
POLICY
}

output "addresses" {
  value = aws_instance.web[*].public_ip
}
