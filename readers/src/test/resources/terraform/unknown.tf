resource "terraform_data" "x" {}

locals {
  u  = terraform_data.x.id
  un = length(terraform_data.x.id)
  ub = terraform_data.x.id == "a"
  ul = split(",", terraform_data.x.id)
  us = toset(split(",", terraform_data.x.id))
  um = zipmap(split(",", terraform_data.x.id), split(",", terraform_data.x.id))
  p  = "arn:aws:${terraform_data.x.id}/x"
  l  = ["a", terraform_data.x.id, "c"]
}
