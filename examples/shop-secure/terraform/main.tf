# The same shop as one would approve it.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "certificate_arn" {
  description = "Certificate of the shop's name"
  type        = string
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  region  = "eu-central-1"
}
