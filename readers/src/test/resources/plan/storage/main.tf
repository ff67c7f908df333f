# Buckets, file systems, volumes and backups.

provider "aws" {
  region = "eu-west-1"
}

variable "buckets" {
  type = map(object({
    versioned = optional(bool, true)
    days      = optional(number)
    cors      = optional(list(object({ origins = list(string), methods = optional(set(string), ["GET"]) })), [])
    key       = optional(string)
  }))
  default = {
    assets  = { versioned = false, cors = [{ origins = ["https://example.com"] }, { origins = ["*"], methods = ["HEAD", "GET"] }] }
    logs    = { days = 90 }
    records = { days = 3650, key = "alias/records" }
  }
}

variable "prefix" {
  type    = string
  default = "acme-eu"
  validation {
    condition     = can(regex("^[a-z-]+$", var.prefix))
    error_message = "lower case only"
  }
}

locals {
  names = { for name, _ in var.buckets : name => join("-", [var.prefix, name, substr(sha256(name), 0, 6)]) }
}

resource "aws_kms_key" "records" {
  description             = "records"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "records" {
  name          = var.buckets["records"].key
  target_key_id = aws_kms_key.records.key_id
}

resource "aws_s3_bucket" "this" {
  for_each      = var.buckets
  bucket        = local.names[each.key]
  force_destroy = each.value.days == null
  tags = {
    Purpose = each.key
    Days    = try(tostring(each.value.days), "forever")
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = { for name, b in var.buckets : name => b if b.versioned }
  bucket   = aws_s3_bucket.this[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each                = aws_s3_bucket.this
  bucket                  = each.value.bucket
  block_public_acls       = true
  block_public_policy     = each.key != "assets"
  ignore_public_acls      = true
  restrict_public_buckets = !contains(["assets"], each.key)
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = aws_s3_bucket.this
  bucket   = each.value.id
  rule {
    bucket_key_enabled = var.buckets[each.key].key != null
    apply_server_side_encryption_by_default {
      sse_algorithm     = var.buckets[each.key].key == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.buckets[each.key].key == null ? null : aws_kms_key.records.arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = { for name, b in var.buckets : name => b.days if b.days != null }
  bucket   = aws_s3_bucket.this[each.key].id

  rule {
    id     = "expire"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = each.value
    }
    dynamic "transition" {
      for_each = [for d, class in { 30 = "STANDARD_IA", 60 = "GLACIER" } : { days = d, class = class } if d < each.value]
      content {
        days          = transition.value.days
        storage_class = transition.value["class"]
      }
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "this" {
  for_each = { for name, b in var.buckets : name => b.cors if length(b.cors) > 0 }
  bucket   = aws_s3_bucket.this[each.key].id

  dynamic "cors_rule" {
    for_each = each.value
    iterator = rule
    content {
      allowed_origins = rule.value.origins
      allowed_methods = rule.value.methods
      max_age_seconds = rule.key == 0 ? 60 : 3600
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.this["logs"].id
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "logs" {
  depends_on = [aws_s3_bucket_ownership_controls.logs]
  bucket     = aws_s3_bucket.this["logs"].id
  acl        = "log-delivery-write"
}

resource "aws_s3_bucket_logging" "assets" {
  bucket        = aws_s3_bucket.this["assets"].id
  target_bucket = aws_s3_bucket.this["logs"].id
  target_prefix = "s3/${aws_s3_bucket.this["assets"].bucket}/"
}

resource "aws_s3_bucket_website_configuration" "assets" {
  bucket = aws_s3_bucket.this["assets"].bucket
  index_document {
    suffix = "index.html"
  }
  error_document {
    key = "404.html"
  }
  routing_rule {
    condition {
      key_prefix_equals = "docs/"
    }
    redirect {
      replace_key_prefix_with = "documents/"
    }
  }
}

data "aws_iam_policy_document" "tls" {
  for_each = local.names
  statement {
    sid     = "TlsOnly"
    effect  = "Deny"
    actions = ["s3:*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    resources = ["arn:aws:s3:::${each.value}", "arn:aws:s3:::${each.value}/*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "tls" {
  for_each = data.aws_iam_policy_document.tls
  bucket   = aws_s3_bucket.this[each.key].id
  policy   = each.value.json
}

resource "aws_s3_object" "robots" {
  bucket       = aws_s3_bucket.this["assets"].id
  key          = "robots.txt"
  content_type = "text/plain"
  content      = join("\n", ["User-agent: *", "Disallow: /", ""])
}

resource "aws_s3_object" "data" {
  for_each = { for f in fileset(path.module, "objects/*.json") : trimsuffix(basename(f), ".json") => f }
  bucket   = aws_s3_bucket.this["assets"].id
  key      = "data/${each.key}"
  content  = jsonencode(jsondecode(file("${path.module}/${each.value}")))
  tags     = { first = try(jsondecode(file(each.value)).first, "none") }
}

resource "aws_s3_bucket_notification" "assets" {
  bucket      = aws_s3_bucket.this["assets"].id
  eventbridge = true
  queue {
    queue_arn     = "arn:aws:sqs:eu-west-1:111122223333:incoming"
    events        = ["s3:ObjectCreated:*"]
    filter_suffix = ".jpg"
  }
}

resource "aws_s3_bucket_replication_configuration" "records" {
  bucket = aws_s3_bucket.this["records"].id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket        = "arn:aws:s3:::elsewhere"
      storage_class = "STANDARD_IA"
    }
  }
  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_object_lock_configuration" "records" {
  bucket = aws_s3_bucket.this["records"].id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = ceil(365.25 * 7)
    }
  }
}

resource "aws_s3_bucket_intelligent_tiering_configuration" "assets" {
  bucket = aws_s3_bucket.this["assets"].id
  name   = "all"
  tiering {
    access_tier = "ARCHIVE_ACCESS"
    days        = 125
  }
}

resource "aws_s3_bucket_inventory" "records" {
  bucket                   = aws_s3_bucket.this["records"].id
  name                     = "weekly"
  included_object_versions = "All"
  schedule {
    frequency = "Weekly"
  }
  destination {
    bucket {
      format     = "Parquet"
      bucket_arn = aws_s3_bucket.this["logs"].arn
      encryption {
        sse_s3 {}
      }
    }
  }
}

resource "aws_s3_bucket_metric" "assets" {
  bucket = aws_s3_bucket.this["assets"].bucket
  name   = "all"
}

resource "aws_s3_bucket_request_payment_configuration" "assets" {
  bucket = aws_s3_bucket.this["assets"].id
  payer  = "Requester"
}

resource "aws_s3_bucket_accelerate_configuration" "assets" {
  bucket = aws_s3_bucket.this["assets"].id
  status = "Enabled"
}

resource "aws_s3_account_public_access_block" "here" {
  block_public_acls   = true
  block_public_policy = true
}

resource "aws_s3_access_point" "records" {
  bucket = aws_s3_bucket.this["records"].id
  name   = "auditors"
  vpc_configuration {
    vpc_id = "vpc-0123456789abcdef0"
  }
}

resource "aws_efs_file_system" "home" {
  creation_token   = "home"
  encrypted        = "true"
  throughput_mode  = "bursting"
  performance_mode = "generalPurpose"
  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }
  lifecycle_policy {
    transition_to_primary_storage_class = "AFTER_1_ACCESS"
  }
}

resource "aws_efs_mount_target" "home" {
  for_each        = { for i, s in ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"] : format("m%02d", i) => s }
  file_system_id  = aws_efs_file_system.home.id
  subnet_id       = each.value
  security_groups = ["sg-0123456789abcdef0"]
}

resource "aws_efs_access_point" "home" {
  file_system_id = aws_efs_file_system.home.id
  posix_user {
    uid            = 1000
    gid            = 1000
    secondary_gids = [1001, 1002]
  }
  root_directory {
    path = "/home"
    creation_info {
      owner_uid   = 1000
      owner_gid   = 1000
      permissions = "0750"
    }
  }
}

resource "aws_efs_file_system_policy" "home" {
  file_system_id = aws_efs_file_system.home.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "*" }, Action = "elasticfilesystem:ClientMount", Condition = { Bool = { "elasticfilesystem:AccessedViaMountTarget" = "true" } } },
    ]
  })
}

resource "aws_efs_backup_policy" "home" {
  file_system_id = aws_efs_file_system.home.id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_ebs_volume" "data" {
  count             = 2
  availability_zone = "eu-west-1${element(["a", "b"], count.index)}"
  size              = 2 * pow(2, count.index + 3)
  type              = "gp3"
  encrypted         = count.index % 2 == 0
  iops              = max(3000, 100 * count.index)
}

resource "aws_ebs_snapshot" "data" {
  volume_id   = aws_ebs_volume.data[0].id
  description = title("first volume")
}

resource "aws_ebs_encryption_by_default" "on" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "records" {
  key_arn = aws_kms_key.records.arn
}

resource "aws_fsx_lustre_file_system" "scratch" {
  storage_capacity = 1200
  subnet_ids       = ["subnet-0aaaaaaaaaaaaaaa1"]
  deployment_type  = "SCRATCH_2"
}

resource "aws_backup_vault" "main" {
  name        = "main"
  kms_key_arn = aws_kms_key.records.arn
}

resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name   = aws_backup_vault.main.name
  changeable_for_days = 3
  min_retention_days  = 7
}

resource "aws_backup_plan" "main" {
  name = "main"
  dynamic "rule" {
    for_each = {
      daily   = { cron = "cron(0 5 * * ? *)", keep = 35 }
      monthly = { cron = "cron(0 5 1 * ? *)", keep = 365, cold = 90 }
    }
    content {
      rule_name         = rule.key
      target_vault_name = aws_backup_vault.main.name
      schedule          = rule.value.cron
      lifecycle {
        delete_after       = rule.value.keep
        cold_storage_after = lookup(rule.value, "cold", null)
      }
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.main.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "yes"
  }
}

resource "aws_glacier_vault" "old" {
  name = "old"
}

resource "aws_dlm_lifecycle_policy" "volumes" {
  description        = "volumes"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Snapshot = true }
    schedule {
      name = "nightly"
      create_rule {
        interval      = 24
        interval_unit = "HOURS"
        times         = ["23:45"]
      }
      retain_rule {
        count = 14
      }
      copy_tags = false
    }
  }
}
