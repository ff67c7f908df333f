resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/shop-orders"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.data.arn
}

resource "aws_iam_role" "orders" {
  name                 = "shop-orders"
  permissions_boundary = aws_iam_policy.boundary.arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "orders" {
  name = "orders"
  role = aws_iam_role.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = aws_cloudwatch_log_group.orders.arn
      },
      {
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
        Resource = aws_dynamodb_table.orders.arn
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.failed_orders.arn
      },
    ]
  })
}

resource "aws_sqs_queue" "failed_orders" {
  kms_master_key_id         = aws_kms_key.data.arn
  message_retention_seconds = 1209600
}

resource "aws_lambda_function" "orders" {
  function_name                  = "shop-orders"
  runtime                        = "python3.13"
  handler                        = "orders.handler"
  role                           = aws_iam_role.orders.arn
  timeout                        = 15
  reserved_concurrent_executions = 20
  kms_key_arn                    = aws_kms_key.data.arn
  s3_bucket                      = aws_s3_bucket.assets.id
  s3_key                         = "orders.zip"

  tracing_config {
    mode = "Active"
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.failed_orders.arn
  }

  vpc_config {
    subnet_ids         = values(aws_subnet.private)[*].id
    security_group_ids = [aws_security_group.app.id]
  }

  environment {
    variables = {
      DB_HOST      = aws_db_instance.database.address
      DB_SECRET    = aws_db_instance.database.master_user_secret[0].secret_arn
      ORDERS_TABLE = aws_dynamodb_table.orders.name
    }
  }
}
