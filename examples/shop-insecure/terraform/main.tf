# A small web shop as it is often first built. Every red flag of a review is in it; do not apply it.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

data "aws_partition" "current" {}
