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

locals {
  account = "111122223333"
  region  = "eu-central-1"
}
