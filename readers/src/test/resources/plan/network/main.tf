# A network of three tiers in as many zones as there are letters, with its gateways, firewalls and
# connections to elsewhere.

provider "aws" {
  region = "eu-west-1"
}

variable "name" {
  type    = string
  default = "shop"
}

variable "cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "zones" {
  type    = list(string)
  default = ["a", "b", "c"]
}

variable "tiers" {
  type = map(object({
    newbits = number
    offset  = number
    public  = optional(bool, false)
    tags    = optional(map(string), {})
  }))
  default = {
    web  = { newbits = 8, offset = 0, public = true, tags = { Role = "edge" } }
    app  = { newbits = 4, offset = 1 }
    data = { newbits = 8, offset = 48 }
  }
}

locals {
  region = "eu-west-1"
  azs    = [for z in var.zones : "${local.region}${z}"]
  tags = merge(
    { Name = var.name, Managed = "terraform" },
    length(var.zones) > 2 ? { Availability = "high" } : {},
  )
  public_tiers = [for name, tier in var.tiers : name if tier.public]
  ports        = { http = 80, https = 443 }
}

resource "aws_vpc" "main" {
  cidr_block                       = var.cidr
  enable_dns_hostnames             = true
  assign_generated_ipv6_cidr_block = true
  tags                             = local.tags
}

resource "aws_vpc_ipv4_cidr_block_association" "more" {
  for_each   = toset(["100.64.0.0/16", "100.65.0.0/16"])
  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

module "tier" {
  source   = "./modules/tier"
  for_each = var.tiers

  name   = each.key
  vpc_id = aws_vpc.main.id
  public = each.value.public
  tags   = merge(local.tags, each.value.tags, { Tier = title(each.key) })
  subnets = {
    for i, az in local.azs : az => cidrsubnet(var.cidr, each.value.newbits, each.value.offset + i)
  }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = format("%s-igw", var.name) }
}

resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_eip" "nat" {
  count  = length(var.zones)
  domain = "vpc"
  tags   = { Name = "${var.name}-nat-${var.zones[count.index]}" }
}

resource "aws_nat_gateway" "main" {
  count         = length(var.zones)
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = module.tier["web"].subnet_ids[count.index]
  depends_on    = [aws_internet_gateway.main]
}

resource "aws_route" "out" {
  for_each = toset(local.public_tiers)

  route_table_id         = module.tier[each.key].route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_default_security_group" "none" {
  vpc_id = aws_vpc.main.id
}

resource "aws_default_network_acl" "none" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id
}

resource "aws_default_route_table" "none" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  route                  = []
}

resource "aws_network_acl" "web" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = module.tier["web"].subnet_ids

  dynamic "ingress" {
    for_each = values(local.ports)
    iterator = port
    content {
      rule_no    = 100 + port.key
      protocol   = "tcp"
      action     = "allow"
      cidr_block = "0.0.0.0/0"
      from_port  = port.value
      to_port    = port.value
    }
  }

  egress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl_rule" "ipv6" {
  network_acl_id  = aws_network_acl.web.id
  rule_number     = 200
  egress          = true
  protocol        = "tcp"
  rule_action     = "allow"
  ipv6_cidr_block = "::/0"
  from_port       = 1024
  to_port         = 65535
}

resource "aws_security_group" "web" {
  name        = "${var.name}-web"
  description = "Web servers"
  vpc_id      = aws_vpc.main.id

  dynamic "ingress" {
    for_each = local.ports
    content {
      description      = upper(ingress.key)
      from_port        = ingress.value
      to_port          = ingress.value
      protocol         = "tcp"
      cidr_blocks      = ["0.0.0.0/0"]
      ipv6_cidr_blocks = ["::/0"]
    }
  }

  ingress {
    description = "each other"
    from_port   = 0
    to_port     = 0
    protocol    = -1
    self        = true
  }
}

resource "aws_security_group" "app" {
  name_prefix = "${var.name}-app-"
  vpc_id      = aws_vpc.main.id
}

resource "aws_security_group_rule" "app_from_web" {
  type                     = "ingress"
  security_group_id        = aws_security_group.app.id
  source_security_group_id = aws_security_group.web.id
  protocol                 = "tcp"
  from_port                = "8080"
  to_port                  = "8081"
}

resource "aws_vpc_security_group_ingress_rule" "app" {
  for_each = { for p in [9000, 9100] : "p${p}" => p }

  security_group_id = aws_security_group.app.id
  cidr_ipv4         = var.cidr
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  tags              = { Name = each.key }
}

resource "aws_vpc_security_group_egress_rule" "app" {
  security_group_id = aws_security_group.app.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

module "endpoints" {
  source = "./modules/endpoints"

  vpc_id             = aws_vpc.main.id
  region             = local.region
  gateways           = ["s3", "dynamodb"]
  interfaces         = ["ssm", "ssmmessages", "ec2messages"]
  subnet_ids         = module.tier["app"].subnet_ids
  route_table_ids    = [for name, tier in module.tier : tier.route_table_id if name != "web"]
  security_group_ids = aws_security_group.app[*].id
}

resource "aws_vpc_dhcp_options" "main" {
  domain_name         = "${var.name}.internal"
  domain_name_servers = ["AmazonProvidedDNS"]
  ntp_servers         = ["169.254.169.123"]
}

resource "aws_vpc_dhcp_options_association" "main" {
  vpc_id          = aws_vpc.main.id
  dhcp_options_id = aws_vpc_dhcp_options.main.id
}

resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5

  dynamic "entry" {
    for_each = { Basel = "192.0.2.0/24", Graz = "198.51.100.0/24" }
    content {
      cidr        = entry.value
      description = entry.key
    }
  }
}

resource "aws_vpc_peering_connection" "tools" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = "vpc-0123456789abcdef0"
  auto_accept = true
}

resource "aws_vpc_peering_connection_options" "tools" {
  vpc_peering_connection_id = aws_vpc_peering_connection.tools.id
  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

resource "aws_ec2_transit_gateway" "hub" {
  description                     = "hub"
  amazon_side_asn                 = 64512
  auto_accept_shared_attachments  = "enable"
  default_route_table_association = "disable"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = module.tier["app"].subnet_ids
}

resource "aws_ec2_transit_gateway_route_table" "hub" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

resource "aws_ec2_transit_gateway_route" "black_hole" {
  destination_cidr_block         = "10.0.0.0/8"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_customer_gateway" "office" {
  bgp_asn    = 65000
  ip_address = "203.0.113.9"
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpn_connection" "office" {
  customer_gateway_id = aws_customer_gateway.office.id
  vpn_gateway_id      = aws_vpn_gateway.main.id
  type                = aws_customer_gateway.office.type
  static_routes_only  = true
}

resource "aws_vpn_connection_route" "office" {
  destination_cidr_block = "192.168.10.0/24"
  vpn_connection_id      = aws_vpn_connection.office.id
}

resource "aws_flow_log" "main" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination          = "arn:aws:s3:::flow-logs-of-${var.name}/vpc"
  max_aggregation_interval = 60

  destination_options {
    file_format        = "parquet"
    per_hour_partition = true
  }
}

resource "aws_route53_zone" "internal" {
  name = "${var.name}.internal"
  vpc {
    vpc_id = aws_vpc.main.id
  }
}

resource "aws_route53_record" "db" {
  zone_id = aws_route53_zone.internal.zone_id
  name    = "db.${aws_route53_zone.internal.name}"
  type    = "CNAME"
  ttl     = 60
  records = [for n in range(2) : "db${n}.example.com"]
}

resource "aws_route53_resolver_endpoint" "out" {
  name               = "out"
  direction          = "OUTBOUND"
  security_group_ids = [aws_security_group.app.id]

  dynamic "ip_address" {
    for_each = slice(module.tier["data"].subnet_ids, 0, 2)
    content {
      subnet_id = ip_address.value
    }
  }
}

resource "aws_route53_resolver_rule" "office" {
  domain_name          = "corp.example.com"
  rule_type            = "FORWARD"
  resolver_endpoint_id = aws_route53_resolver_endpoint.out.id
  target_ip {
    ip = "192.168.10.2"
  }
}

resource "aws_route53_resolver_rule_association" "office" {
  resolver_rule_id = aws_route53_resolver_rule.office.id
  vpc_id           = aws_vpc.main.id
}

resource "aws_networkfirewall_rule_group" "domains" {
  name     = "domains"
  type     = "STATEFUL"
  capacity = 100
  rule_group {
    rules_source {
      rules_source_list {
        generated_rules_type = "ALLOWLIST"
        target_types         = ["HTTP_HOST", "TLS_SNI"]
        targets              = [".example.com", ".amazonaws.com"]
      }
    }
  }
}

resource "aws_networkfirewall_firewall_policy" "main" {
  name = "main"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
    stateful_rule_group_reference {
      resource_arn = aws_networkfirewall_rule_group.domains.arn
    }
  }
}

resource "aws_networkfirewall_firewall" "main" {
  name                = var.name
  firewall_policy_arn = aws_networkfirewall_firewall_policy.main.arn
  vpc_id              = aws_vpc.main.id
  dynamic "subnet_mapping" {
    for_each = module.tier["web"].subnet_ids
    content {
      subnet_id = subnet_mapping.value
    }
  }
}

output "subnets" {
  value = { for name, tier in module.tier : name => tier.cidrs }
}

output "public_tiers" {
  value = join(",", sort(local.public_tiers))
}
