variable "name" { type = string }
variable "subnets" { type = list(string) }

variable "environment" {
  type    = map(string)
  default = {}
}

variable "settings" {
  type = object({
    runtime = string
    memory  = number
  })
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = "arn:aws:iam::111122223333:role/${var.name}"
  handler       = startswith(var.settings.runtime, "python") ? "app.handler" : "index.handler"
  runtime       = var.settings.runtime
  memory_size   = var.settings.memory
  s3_bucket     = "code"
  s3_key        = "${var.name}.zip"
  timeout       = 30

  environment {
    variables = { for k, v in var.environment : upper(k) => v }
  }

  dynamic "vpc_config" {
    for_each = length(var.subnets) > 0 ? [var.subnets] : []
    content {
      subnet_ids         = vpc_config.value
      security_group_ids = ["sg-0123456789abcdef0"]
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_permission" "events" {
  statement_id   = "events"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.this.function_name
  principal      = "events.amazonaws.com"
  source_account = "111122223333"
}

resource "aws_lambda_function_url" "this" {
  count              = length(var.subnets) == 0 ? 1 : 0
  function_name      = aws_lambda_function.this.function_name
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["https://example.com"]
    max_age       = 86400
  }
}

resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = aws_lambda_function.this.function_name
  maximum_retry_attempts       = 0
  maximum_event_age_in_seconds = 60
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${aws_lambda_function.this.function_name}"
  retention_in_days = 14
}

output "arn" {
  value = aws_lambda_function.this.arn
}

output "name" {
  value = aws_lambda_function.this.function_name
}
