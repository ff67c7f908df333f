# What the Internet sees first: names, certificates, caches and filters.

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias                       = "global"
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

variable "domain" {
  default = "example.com"
}

variable "sites" {
  type = list(object({
    name    = string
    origin  = string
    spa     = optional(bool, false)
    methods = optional(string, "read")
  }))
  default = [
    { name = "www", origin = "assets", spa = true },
    { name = "api", origin = "api.internal.example.com", methods = "all" },
  ]
}

variable "blocked" {
  default = ["192.0.2.44/32", "198.51.100.0/24"]
}

locals {
  sites = { for s in var.sites : s.name => s }
  methods = {
    read = ["GET", "HEAD"]
    all  = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
  }
  records = merge([
    for type in ["A", "AAAA"] : { for s in var.sites : "${s.name}-${type}" => { site = s.name, type = type } }
  ]...)
}

data "aws_region" "global" {
  provider = aws.global
}

resource "aws_route53_zone" "main" {
  name    = var.domain
  comment = ""
}

resource "aws_route53_record" "site" {
  for_each = local.records
  zone_id  = aws_route53_zone.main.zone_id
  name     = "${each.value.site}.${var.domain}"
  type     = each.value.type
  alias {
    name                   = aws_cloudfront_distribution.site[each.value.site].domain_name
    zone_id                = aws_cloudfront_distribution.site[each.value.site].hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "mail" {
  zone_id = aws_route53_zone.main.zone_id
  name    = ""
  type    = "MX"
  ttl     = "3600"
  records = [for i, host in ["mx1", "mx2"] : "${(i + 1) * 10} ${host}.${var.domain}."]
}

resource "aws_route53_health_check" "api" {
  fqdn              = "api.${var.domain}"
  port              = 443
  type              = "HTTPS"
  resource_path     = "/health"
  failure_threshold = 3
  request_interval  = 30
}

resource "aws_route53_query_log" "main" {
  zone_id                  = aws_route53_zone.main.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:${data.aws_region.global.name}:111122223333:log-group:/route53/main"
}

resource "aws_route53_key_signing_key" "main" {
  hosted_zone_id             = aws_route53_zone.main.id
  key_management_service_arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"
  name                       = "main"
}

resource "aws_acm_certificate" "main" {
  provider                  = aws.global
  domain_name               = var.domain
  subject_alternative_names = ["*.${var.domain}"]
  validation_method         = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_origin_access_control" "s3" {
  name                              = "s3"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_origin_access_identity" "old" {
  comment = "old"
}

resource "aws_cloudfront_cache_policy" "short" {
  name        = "short"
  default_ttl = 60
  max_ttl     = 60 * 60
  min_ttl     = 1
  parameters_in_cache_key_and_forwarded_to_origin {
    cookies_config {
      cookie_behavior = "none"
    }
    headers_config {
      header_behavior = "whitelist"
      headers {
        items = ["Accept-Language"]
      }
    }
    query_strings_config {
      query_string_behavior = "all"
    }
  }
}

resource "aws_cloudfront_origin_request_policy" "all" {
  name = "all"
  cookies_config {
    cookie_behavior = "all"
  }
  headers_config {
    header_behavior = "allViewer"
  }
  query_strings_config {
    query_string_behavior = "all"
  }
}

resource "aws_cloudfront_response_headers_policy" "strict" {
  name = "strict"
  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 365 * 24 * 3600
      include_subdomains         = true
      override                   = true
    }
    frame_options {
      frame_option = "DENY"
      override     = true
    }
  }
}

resource "aws_cloudfront_function" "index" {
  name    = "index"
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = file("${path.module}/index.js")
}

resource "aws_cloudfront_distribution" "site" {
  for_each            = local.sites
  enabled             = true
  is_ipv6_enabled     = true
  aliases             = ["${each.key}.${var.domain}"]
  default_root_object = each.value.spa ? "index.html" : null
  web_acl_id          = aws_wafv2_web_acl.main.arn
  price_class         = "PriceClass_100"

  origin {
    origin_id                = each.key
    domain_name              = strcontains(each.value.origin, ".") ? each.value.origin : "${each.value.origin}.s3.eu-west-1.amazonaws.com"
    origin_access_control_id = strcontains(each.value.origin, ".") ? null : aws_cloudfront_origin_access_control.s3.id

    dynamic "custom_origin_config" {
      for_each = strcontains(each.value.origin, ".") ? [1] : []
      content {
        http_port              = 80
        https_port             = 443
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
      }
    }
  }

  default_cache_behavior {
    target_origin_id           = each.key
    allowed_methods            = local.methods[each.value.methods]
    cached_methods             = local.methods.read
    viewer_protocol_policy     = "redirect-to-https"
    cache_policy_id            = aws_cloudfront_cache_policy.short.id
    response_headers_policy_id = aws_cloudfront_response_headers_policy.strict.id

    dynamic "function_association" {
      for_each = each.value.spa ? toset(["viewer-request"]) : []
      content {
        event_type   = function_association.value
        function_arn = aws_cloudfront_function.index.arn
      }
    }
  }

  dynamic "custom_error_response" {
    for_each = each.value.spa ? [403, 404] : []
    content {
      error_code         = custom_error_response.value
      response_code      = 200
      response_page_path = "/index.html"
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.main.arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }

  logging_config {
    bucket = "logs.s3.amazonaws.com"
    prefix = "${each.key}/"
  }
}

resource "aws_wafv2_ip_set" "blocked" {
  provider           = aws.global
  name               = "blocked"
  scope              = "CLOUDFRONT"
  ip_address_version = "IPV4"
  addresses          = var.blocked
}

resource "aws_wafv2_regex_pattern_set" "bots" {
  provider = aws.global
  name     = "bots"
  scope    = "CLOUDFRONT"
  dynamic "regular_expression" {
    for_each = ["bot$", "^crawler"]
    content {
      regex_string = regular_expression.value
    }
  }
}

resource "aws_wafv2_web_acl" "main" {
  provider = aws.global
  name     = "main"
  scope    = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule {
    name     = "blocked"
    priority = 0
    action {
      block {}
    }
    statement {
      ip_set_reference_statement {
        arn = aws_wafv2_ip_set.blocked.arn
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "blocked"
      sampled_requests_enabled   = true
    }
  }

  dynamic "rule" {
    for_each = { for i, name in ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"] : name => i + 10 }
    content {
      name     = rule.key
      priority = rule.value
      override_action {
        none {}
      }
      statement {
        managed_rule_group_statement {
          name        = rule.key
          vendor_name = "AWS"
        }
      }
      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = lower(rule.key)
        sampled_requests_enabled   = false
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "main"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "main" {
  provider                = aws.global
  resource_arn            = aws_wafv2_web_acl.main.arn
  log_destination_configs = ["arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-main"]
}

resource "aws_wafv2_rule_group" "rate" {
  name     = "rate"
  scope    = "REGIONAL"
  capacity = 50
  rule {
    name     = "rate"
    priority = 1
    action {
      count {}
    }
    statement {
      rate_based_statement {
        limit              = pow(10, 3)
        aggregate_key_type = "IP"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = false
      metric_name                = "rate"
      sampled_requests_enabled   = false
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = false
    metric_name                = "rate"
    sampled_requests_enabled   = false
  }
}

resource "aws_shield_protection" "api" {
  name         = "api"
  resource_arn = aws_cloudfront_distribution.site["api"].arn
}

resource "aws_globalaccelerator_accelerator" "main" {
  name    = "main"
  enabled = true
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "logs"
    flow_logs_s3_prefix = "accelerator"
  }
}

resource "aws_globalaccelerator_listener" "https" {
  accelerator_arn = aws_globalaccelerator_accelerator.main.id
  protocol        = "TCP"
  dynamic "port_range" {
    for_each = [443, 8443]
    iterator = port
    content {
      from_port = port.value
      to_port   = port.value
    }
  }
}

resource "aws_cognito_user_pool" "people" {
  name                     = "people"
  auto_verified_attributes = ["email"]
  mfa_configuration        = "OPTIONAL"
  password_policy {
    minimum_length    = 12
    require_lowercase = true
    require_numbers   = true
    require_symbols   = false
    require_uppercase = true
  }
  software_token_mfa_configuration {
    enabled = true
  }
  dynamic "schema" {
    for_each = ["tier", "country"]
    content {
      name                = schema.value
      attribute_data_type = "String"
      mutable             = true
      string_attribute_constraints {
        max_length = 20
        min_length = 0
      }
    }
  }
}

resource "aws_cognito_user_pool_client" "web" {
  name                                 = "web"
  user_pool_id                         = aws_cognito_user_pool.people.id
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid", "email"]
  callback_urls                        = [for s in keys(local.sites) : "https://${s}.${var.domain}/back"]
  supported_identity_providers         = ["COGNITO"]
}

resource "aws_cognito_identity_pool" "guests" {
  identity_pool_name               = "guests"
  allow_unauthenticated_identities = false
}

output "urls" {
  value = { for name, d in aws_cloudfront_distribution.site : name => one(d.aliases) }
}
