# Keys, secrets, trails, detectors and alarms.

provider "aws" {
  region = "eu-west-1"
}

variable "keys" {
  type = map(object({
    usage   = optional(string, "ENCRYPT_DECRYPT")
    spec    = optional(string, "SYMMETRIC_DEFAULT")
    users   = optional(list(string), [])
    aliases = optional(list(string), [])
  }))
  default = {
    main = { users = ["role/app", "role/batch"], aliases = ["main", "default"] }
    sign = { usage = "SIGN_VERIFY", spec = "RSA_2048", aliases = ["sign"] }
  }
}

variable "alarms" {
  type = map(tuple([string, string, number]))
  default = {
    cpu    = ["AWS/EC2", "CPUUtilization", 90]
    errors = ["AWS/Lambda", "Errors", 0.5]
  }
}

variable "token" {
  type      = string
  sensitive = true
  default   = "t-0b5c2f"
}

locals {
  account = "111122223333"
  root    = "arn:aws:iam::${local.account}:root"
  aliases = merge([for name, key in var.keys : { for alias in key.aliases : alias => name }]...)
  rules = {
    ROOT_ACCOUNT_MFA_ENABLED = {}
    S3_BUCKET_VERSIONING     = {}
    ACCESS_KEYS_ROTATED      = { maxAccessKeyAge = 90 }
  }
  filters = {
    root    = "{ $.userIdentity.type = \"Root\" }"
    console = <<-EOT
      { ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }
    EOT
  }
}

data "aws_iam_policy_document" "key" {
  for_each = var.keys

  statement {
    sid       = "Root"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = [local.root]
    }
  }

  dynamic "statement" {
    for_each = length(each.value.users) == 0 ? {} : { Use = each.value.users }
    content {
      sid       = statement.key
      actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]
      resources = ["*"]
      principals {
        type        = "AWS"
        identifiers = [for user in statement.value : "arn:aws:iam::${local.account}:${user}"]
      }
    }
  }
}

resource "aws_kms_key" "this" {
  for_each                 = var.keys
  description              = "the key ${each.key}"
  key_usage                = each.value.usage
  customer_master_key_spec = each.value.spec
  enable_key_rotation      = each.value.usage == "ENCRYPT_DECRYPT"
  deletion_window_in_days  = 7
  policy                   = data.aws_iam_policy_document.key[each.key].json
}

resource "aws_kms_alias" "this" {
  for_each      = local.aliases
  name          = "alias/${each.key}"
  target_key_id = aws_kms_key.this[each.value].key_id
}

resource "aws_kms_grant" "backup" {
  name              = "backup"
  key_id            = aws_kms_key.this["main"].key_id
  grantee_principal = "arn:aws:iam::${local.account}:role/backup"
  operations        = ["Encrypt", "Decrypt"]
  constraints {
    encryption_context_equals = { Department = "Finance" }
  }
}

resource "aws_kms_replica_key" "copy" {
  primary_key_arn = "arn:aws:kms:us-east-1:${local.account}:key/mrk-11111111222233334444555555555555"
  description     = "copy"
}

resource "aws_secretsmanager_secret" "token" {
  name                    = "token"
  kms_key_id              = aws_kms_key.this["main"].arn
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "token" {
  secret_id = aws_secretsmanager_secret.token.id
  secret_string = jsonencode({
    token = var.token
    url   = "https://example.com"
  })
}

resource "aws_secretsmanager_secret_rotation" "token" {
  secret_id           = aws_secretsmanager_secret.token.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:${local.account}:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret_policy" "token" {
  secret_arn = aws_secretsmanager_secret.token.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "secretsmanager:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = false } } }]
  })
}

resource "aws_ssm_parameter" "this" {
  for_each = {
    "/app/level" = ["String", "info"]
    "/app/hosts" = ["StringList", join(",", ["a", "b"])]
    "/app/token" = ["SecureString", var.token]
  }
  name  = each.key
  type  = each.value[0]
  value = each.value[1]
}

resource "aws_ssm_document" "shell" {
  name          = "shell"
  document_type = "Command"
  content = jsonencode({
    schemaVersion = "2.2"
    description   = "says hello"
    mainSteps = [{
      action = "aws:runShellScript"
      name   = "hello"
      inputs = { runCommand = split("\n", "set -e\necho hello") }
    }]
  })
}

resource "aws_ssm_association" "shell" {
  name                = aws_ssm_document.shell.name
  schedule_expression = "cron(0 2 ? * SUN *)"
  targets {
    key    = "tag:Patch"
    values = ["yes"]
  }
}

resource "aws_ssm_maintenance_window" "sunday" {
  name     = "sunday"
  schedule = "cron(0 3 ? * SUN *)"
  duration = 3
  cutoff   = 1
}

resource "aws_ssm_patch_baseline" "linux" {
  name             = "linux"
  operating_system = "AMAZON_LINUX_2023"
  approval_rule {
    approve_after_days = 7
    dynamic "patch_filter" {
      for_each = { CLASSIFICATION = ["Security"], SEVERITY = ["Critical", "Important"] }
      content {
        key    = patch_filter.key
        values = patch_filter.value
      }
    }
  }
}

resource "aws_cloudtrail" "all" {
  name                          = "all"
  s3_bucket_name                = "trails"
  is_multi_region_trail         = true
  enable_log_file_validation    = true
  include_global_service_events = true
  kms_key_id                    = aws_kms_key.this["main"].arn
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn     = "arn:aws:iam::${local.account}:role/trail"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail_event_data_store" "lake" {
  name                           = "lake"
  retention_period               = 365
  termination_protection_enabled = true
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/trail"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.this["main"].arn
}

resource "aws_cloudwatch_log_stream" "trail" {
  name           = "one"
  log_group_name = aws_cloudwatch_log_group.trail.name
}

resource "aws_cloudwatch_log_metric_filter" "this" {
  for_each       = local.filters
  name           = each.key
  pattern        = trimspace(each.value)
  log_group_name = aws_cloudwatch_log_group.trail.name
  metric_transformation {
    name      = title(each.key)
    namespace = "Trail"
    value     = 1
  }
}

resource "aws_cloudwatch_log_subscription_filter" "out" {
  name            = "out"
  log_group_name  = aws_cloudwatch_log_group.trail.name
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:eu-west-1:${local.account}:deliverystream/out"
  role_arn        = "arn:aws:iam::${local.account}:role/out"
}

resource "aws_cloudwatch_log_resource_policy" "dns" {
  policy_name = "dns"
  policy_document = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = ["route53.amazonaws.com"] }, Action = ["logs:PutLogEvents"], Resource = "arn:aws:logs:*:*:log-group:/route53/*" }]
  })
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = var.alarms
  alarm_name          = each.key
  namespace           = each.value[0]
  metric_name         = each.value[1]
  threshold           = each.value[2]
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = "2"
  period              = 60 * 5
  statistic           = "Average"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  dimensions          = each.key == "cpu" ? { InstanceId = "i-0123456789abcdef0" } : null
}

resource "aws_cloudwatch_composite_alarm" "both" {
  alarm_name = "both"
  alarm_rule = join(" AND ", [for a in aws_cloudwatch_metric_alarm.this : "ALARM(${a.alarm_name})"])
}

resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "main"
  dashboard_body = jsonencode({
    widgets = [for i, name in keys(var.alarms) : {
      type = "metric", x = i * 12, y = 0, width = 12, height = 6
      properties = {
        metrics = [slice(var.alarms[name], 0, 2)]
        region  = "eu-west-1"
        title   = name
      }
    }]
  })
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

resource "aws_xray_sampling_rule" "some" {
  rule_name      = "some"
  priority       = 1000
  version        = 1
  reservoir_size = 1
  fixed_rate     = 0.05
  url_path       = "*"
  host           = "*"
  http_method    = "*"
  service_type   = "*"
  service_name   = "*"
  resource_arn   = "*"
}

resource "aws_synthetics_canary" "home" {
  name                 = "home"
  artifact_s3_location = "s3://canaries/home"
  execution_role_arn   = "arn:aws:iam::${local.account}:role/canary"
  handler              = "home.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  s3_bucket            = "code"
  s3_key               = "canary.zip"
  schedule {
    expression = "rate(5 minutes)"
  }
}

resource "aws_config_configuration_recorder" "all" {
  name     = "all"
  role_arn = "arn:aws:iam::${local.account}:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_recorder_status" "all" {
  name       = aws_config_configuration_recorder.all.name
  is_enabled = true
}

resource "aws_config_delivery_channel" "all" {
  s3_bucket_name = "config"
  depends_on     = [aws_config_configuration_recorder.all]
}

resource "aws_config_config_rule" "this" {
  for_each         = local.rules
  name             = lower(replace(each.key, "_", "-"))
  input_parameters = length(each.value) > 0 ? jsonencode({ for k, v in each.value : k => tostring(v) }) : null
  source {
    owner             = "AWS"
    source_identifier = each.key
  }
}

resource "aws_guardduty_detector" "on" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "s3" {
  detector_id = aws_guardduty_detector.on.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_securityhub_account" "on" {
  enable_default_standards = false
}

resource "aws_securityhub_standards_subscription" "this" {
  for_each      = toset(["cis-aws-foundations-benchmark/v/1.4.0", "aws-foundational-security-best-practices/v/1.0.0"])
  standards_arn = "arn:aws:securityhub:eu-west-1::standards/${each.value}"
  depends_on    = [aws_securityhub_account.on]
}

resource "aws_inspector2_enabler" "on" {
  account_ids    = [local.account]
  resource_types = ["ECR", "EC2"]
}

resource "aws_macie2_account" "on" {
  status = "ENABLED"
}

resource "aws_detective_graph" "on" {}

resource "aws_acmpca_certificate_authority" "root" {
  type = "ROOT"
  certificate_authority_configuration {
    key_algorithm     = "RSA_4096"
    signing_algorithm = "SHA512WITHRSA"
    subject {
      common_name = "example.com"
    }
  }
}

resource "aws_signer_signing_profile" "code" {
  platform_id = "AWSLambda-SHA384-ECDSA"
  name_prefix = "code_"
  signature_validity_period {
    value = 5
    type  = "YEARS"
  }
}

resource "aws_lambda_code_signing_config" "code" {
  allowed_publishers {
    signing_profile_version_arns = [aws_signer_signing_profile.code.version_arn]
  }
  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}

resource "aws_ram_resource_share" "zones" {
  name                      = "zones"
  allow_external_principals = false
}

resource "aws_ram_principal_association" "zones" {
  principal          = "444455556666"
  resource_share_arn = aws_ram_resource_share.zones.arn
}

resource "aws_budgets_budget" "all" {
  name         = "all"
  budget_type  = "COST"
  limit_amount = "1000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  dynamic "notification" {
    for_each = { ACTUAL = 80, FORECASTED = 100 }
    content {
      comparison_operator        = "GREATER_THAN"
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      notification_type          = notification.key
      subscriber_email_addresses = ["bills@example.com"]
    }
  }
}
