variable "name" {}
variable "vpc_id" {}
variable "public" { type = bool }
variable "tags" { type = map(string) }
variable "subnets" { type = map(string) }

locals {
  zones = sort(keys(var.subnets))
}

resource "aws_subnet" "this" {
  for_each = var.subnets

  vpc_id                  = var.vpc_id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = var.public
  tags                    = merge(var.tags, { Name = "${var.name}-${substr(each.key, -1, 1)}" })
}

resource "aws_route_table" "this" {
  vpc_id = var.vpc_id
  tags   = { for k, v in var.tags : lower(k) => v if k != "Managed" }
}

resource "aws_route_table_association" "this" {
  count          = length(local.zones)
  subnet_id      = aws_subnet.this[local.zones[count.index]].id
  route_table_id = aws_route_table.this.id
}

output "subnet_ids" {
  value = [for z in local.zones : aws_subnet.this[z].id]
}

output "route_table_id" {
  value = aws_route_table.this.id
}

output "cidrs" {
  value = values(aws_subnet.this)[*].cidr_block
}
