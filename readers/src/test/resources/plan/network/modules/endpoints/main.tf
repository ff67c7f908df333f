variable "vpc_id" {}
variable "region" {}
variable "gateways" { type = set(string) }
variable "interfaces" { type = list(string) }
variable "subnet_ids" { type = list(string) }
variable "route_table_ids" { type = list(string) }
variable "security_group_ids" { type = list(string) }

locals {
  all = merge(
    { for s in var.gateways : s => "Gateway" },
    { for s in var.interfaces : s => "Interface" },
  )
}

resource "aws_vpc_endpoint" "this" {
  for_each = local.all

  vpc_id              = var.vpc_id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = each.value
  route_table_ids     = each.value == "Gateway" ? var.route_table_ids : null
  subnet_ids          = each.value == "Interface" ? var.subnet_ids : null
  security_group_ids  = each.value == "Interface" ? var.security_group_ids : null
  private_dns_enabled = each.value == "Interface"
}

resource "aws_vpc_endpoint_policy" "s3" {
  vpc_endpoint_id = aws_vpc_endpoint.this["s3"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }]
  })
}
