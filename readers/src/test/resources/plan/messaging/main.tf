# Queues, topics, events, workflows and the APIs before them.

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Team = "messaging" }
  }
}

variable "queues" {
  type = map(object({
    fifo  = optional(bool)
    delay = optional(number, 0)
    dead  = optional(bool, true)
  }))
  default = {
    orders = { fifo = true }
    mails  = { delay = 5 }
    bin    = { dead = false }
  }
}

locals {
  account = "111122223333"
  suffix  = { for name, q in var.queues : name => q.fifo == true ? ".fifo" : "" }
  topics  = ["news", "alarms"]
  routes = flatten([
    for path, methods in { "/orders" = ["GET", "POST"], "/orders/{id}" = ["GET"] } : [
      for method in methods : { key = "${method} ${path}", path = path, method = method }
    ]
  ])
}

resource "aws_sqs_queue" "this" {
  for_each                    = var.queues
  name                        = "${each.key}${local.suffix[each.key]}"
  fifo_queue                  = each.value.fifo
  content_based_deduplication = each.value.fifo
  delay_seconds               = each.value.delay
  sqs_managed_sse_enabled     = true
  redrive_policy = each.value.dead ? jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn
    maxReceiveCount     = 5
  }) : null
}

resource "aws_sqs_queue" "dead" {
  for_each                  = { for name, q in var.queues : name => q if q.dead }
  name                      = "${each.key}-dead${local.suffix[each.key]}"
  fifo_queue                = each.value.fifo
  message_retention_seconds = 14 * 24 * 60 * 60
  kms_master_key_id         = "alias/aws/sqs"
}

data "aws_iam_policy_document" "queue" {
  for_each = aws_sqs_queue.this
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [each.value.arn]
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  for_each  = data.aws_iam_policy_document.queue
  queue_url = aws_sqs_queue.this[each.key].id
  policy    = each.value.json
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  for_each  = aws_sqs_queue.dead
  queue_url = each.value.url
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.this[each.key].arn]
  })
}

resource "aws_sns_topic" "this" {
  count             = length(local.topics)
  name              = local.topics[count.index]
  kms_master_key_id = local.topics[count.index] == "alarms" ? "alias/aws/sns" : null
  delivery_policy = jsonencode({
    http = { defaultHealthyRetryPolicy = { minDelayTarget = 20, maxDelayTarget = 20, numRetries = 3 } }
  })
  tags = { Kind = title(local.topics[count.index]), Team = "other" }
}

resource "aws_sns_topic_policy" "alarms" {
  arn = one([for t in aws_sns_topic.this : t.arn if t.name == "alarms"])
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

resource "aws_sns_topic_subscription" "news" {
  topic_arn            = aws_sns_topic.this[0].arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.this["mails"].arn
  raw_message_delivery = true
  filter_policy        = jsonencode({ kind = ["mail"], size = [{ numeric = ["<", 100] }] })
}

resource "aws_cloudwatch_event_bus" "shop" {
  name = "shop"
}

resource "aws_cloudwatch_event_bus_policy" "shop" {
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "partner"
      Effect    = "Allow"
      Principal = { AWS = "444455556666" }
      Action    = "events:PutEvents"
      Resource  = "arn:aws:events:eu-west-1:${local.account}:event-bus/shop"
    }]
  })
}

resource "aws_cloudwatch_event_rule" "paid" {
  name           = "paid"
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  event_pattern  = jsonencode({ source = ["shop"], detail-type = ["paid"], detail = { amount = [{ exists = true }] } })
}

resource "aws_cloudwatch_event_target" "paid" {
  rule           = aws_cloudwatch_event_rule.paid.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  arn            = aws_sqs_queue.this["orders"].arn
  sqs_target {
    message_group_id = "paid"
  }
  input_transformer {
    input_paths    = { id = "$.detail.id" }
    input_template = "{\"id\": <id>}"
  }
}

resource "aws_cloudwatch_event_archive" "shop" {
  name             = "shop"
  event_source_arn = aws_cloudwatch_event_bus.shop.arn
  retention_days   = 30
}

resource "aws_cloudwatch_event_connection" "partner" {
  name               = "partner"
  authorization_type = "API_KEY"
  auth_parameters {
    api_key {
      key   = "x-api-key"
      value = "n0t-a-real-0ne"
    }
  }
}

resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(${24 / 2} hours)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_sqs_queue.this["mails"].arn
    role_arn = "arn:aws:iam::${local.account}:role/scheduler"
    input    = jsonencode({ at = "night" })
  }
}

resource "aws_scheduler_schedule_group" "more" {
  name = "more"
}

resource "aws_pipes_pipe" "mails" {
  name     = "mails"
  role_arn = "arn:aws:iam::${local.account}:role/pipe"
  source   = aws_sqs_queue.this["mails"].arn
  target   = aws_cloudwatch_event_bus.shop.arn
}

resource "aws_ssm_parameter" "order" {
  name = "/sfn/order"
  type = "String"
  value = templatefile("${path.module}/order.asl.json", {
    table = "orders"
    steps = ["reserve", "charge", "send"]
  })
}

resource "aws_cloudwatch_log_group" "order" {
  name = "/sfn/order"
}

resource "aws_sfn_activity" "pack" {
  name = "pack"
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://example.com"]
    allow_methods = distinct(local.routes[*].method)
  }
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id             = aws_apigatewayv2_api.shop.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://backend.example.com/{proxy}"
}

resource "aws_apigatewayv2_route" "this" {
  for_each           = { for r in local.routes : r.key => r }
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = each.key
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
  authorization_type = each.value.method == "GET" ? "NONE" : "AWS_IAM"
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.shop.id
  name        = "$default"
  auto_deploy = true
  default_route_settings {
    throttling_burst_limit = 10
    throttling_rate_limit  = 5.5
  }
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.shop.id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    audience = ["shop"]
    issuer   = "https://login.example.com"
  }
}

resource "aws_api_gateway_rest_api" "old" {
  name = "old"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_resource" "proxy" {
  rest_api_id = aws_api_gateway_rest_api.old.id
  parent_id   = aws_api_gateway_rest_api.old.root_resource_id
  path_part   = "{proxy+}"
}

resource "aws_api_gateway_method" "any" {
  rest_api_id   = aws_api_gateway_rest_api.old.id
  resource_id   = aws_api_gateway_resource.proxy.id
  http_method   = "ANY"
  authorization = "NONE"
  request_parameters = {
    "method.request.path.proxy" = true
  }
}

resource "aws_api_gateway_integration" "any" {
  rest_api_id = aws_api_gateway_rest_api.old.id
  resource_id = aws_api_gateway_resource.proxy.id
  http_method = aws_api_gateway_method.any.http_method
  type        = "MOCK"
}

resource "aws_api_gateway_deployment" "old" {
  rest_api_id = aws_api_gateway_rest_api.old.id
  triggers = {
    redeployment = sha1(jsonencode([aws_api_gateway_method.any.http_method, local.routes]))
  }
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id           = aws_api_gateway_rest_api.old.id
  deployment_id         = aws_api_gateway_deployment.old.id
  stage_name            = "live"
  xray_tracing_enabled  = true
  cache_cluster_enabled = false
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.old.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"
  settings {
    metrics_enabled = true
    logging_level   = "ERROR"
  }
}

resource "aws_api_gateway_usage_plan" "free" {
  name = "free"
  quota_settings {
    limit  = 1000
    period = "MONTH"
  }
}

resource "aws_api_gateway_api_key" "free" {
  name    = "free"
  enabled = "true"
}

resource "aws_api_gateway_authorizer" "pool" {
  name          = "pool"
  rest_api_id   = aws_api_gateway_rest_api.old.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = ["arn:aws:cognito-idp:eu-west-1:${local.account}:userpool/eu-west-1_AbCdEfGhI"]
}

resource "aws_mq_broker" "old" {
  broker_name         = "old"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.t3.micro"
  publicly_accessible = false
  user {
    username = "app"
    password = "Quiet-River-Stone-9"
  }
}

resource "aws_ses_domain_identity" "mail" {
  domain = "example.com"
}

resource "aws_ses_configuration_set" "tls" {
  name = "tls"
  delivery_options {
    tls_policy = "Require"
  }
}

resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"
  schema              = "type Query { order(id: ID!): String }\n"
}
