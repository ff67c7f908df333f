# Databases, caches, streams and what analyses them.

provider "aws" {
  region = "eu-west-1"
}

variable "databases" {
  type = map(object({
    engine   = string
    version  = optional(string)
    class    = optional(string, "db.t4g.medium")
    storage  = optional(number, 20)
    multi_az = optional(bool, false)
    settings = optional(map(string), {})
  }))
  default = {
    orders  = { engine = "postgres", version = "16.3", storage = 100, multi_az = true, settings = { "rds.force_ssl" = "1", log_connections = "1" } }
    legacy  = { engine = "mysql", version = "8.0", settings = { require_secure_transport = "ON" } }
    reports = { engine = "postgres" }
  }
}

variable "password" {
  type      = string
  sensitive = true
  default   = "Mellow-Quartz-41"
}

variable "tables" {
  type = any
  default = {
    carts    = { hash = "id", ttl = "expires" }
    sessions = { hash = "user", range = "started", attributes = { started = "N" } }
    events   = { hash = "id", indexes = [{ name = "by_day", hash = "day" }] }
  }
}

locals {
  families = { postgres = "postgres16", mysql = "mysql8.0" }
  subnets  = [for s in ["a", "b"] : "subnet-${format("%017s", s)}"]
}

resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = [for s in local.subnets : replace(s, " ", "0")]
}

resource "aws_db_parameter_group" "this" {
  for_each = { for name, db in var.databases : name => db if length(db.settings) > 0 }
  name     = each.key
  family   = local.families[each.value.engine]
  dynamic "parameter" {
    for_each = each.value.settings
    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = strcontains(parameter.key, "ssl") ? "pending-reboot" : "immediate"
    }
  }
}

resource "aws_db_option_group" "mysql" {
  name                     = "mysql"
  engine_name              = "mysql"
  major_engine_version     = "8.0"
  option_group_description = "audit"
  option {
    option_name = "MARIADB_AUDIT_PLUGIN"
    option_settings {
      name  = "SERVER_AUDIT_EVENTS"
      value = "CONNECT,QUERY"
    }
  }
}

resource "aws_db_instance" "this" {
  for_each                        = var.databases
  identifier                      = each.key
  engine                          = each.value.engine
  engine_version                  = each.value.version
  instance_class                  = each.value.class
  allocated_storage               = each.value.storage
  max_allocated_storage           = each.value.storage * 5
  multi_az                        = each.value.multi_az
  db_subnet_group_name            = aws_db_subnet_group.main.name
  parameter_group_name            = try(aws_db_parameter_group.this[each.key].name, null)
  username                        = "admin_${each.key}"
  password                        = each.key == "legacy" ? var.password : null
  manage_master_user_password     = each.key == "legacy" ? null : true
  storage_encrypted               = each.key != "legacy"
  publicly_accessible             = false
  skip_final_snapshot             = each.key == "reports"
  final_snapshot_identifier       = each.key == "reports" ? null : "${each.key}-final"
  backup_retention_period         = each.value.multi_az ? 30 : 7
  deletion_protection             = each.value.multi_az
  performance_insights_enabled    = each.value.multi_az
  enabled_cloudwatch_logs_exports = each.value.engine == "postgres" ? ["postgresql", "upgrade"] : ["error", "slowquery"]
}

resource "aws_db_snapshot" "orders" {
  db_instance_identifier = aws_db_instance.this["orders"].identifier
  db_snapshot_identifier = "orders-once"
}

resource "aws_db_event_subscription" "all" {
  name             = "all"
  sns_topic        = "arn:aws:sns:eu-west-1:111122223333:db"
  source_type      = "db-instance"
  source_ids       = [for db in aws_db_instance.this : db.identifier]
  event_categories = ["failure", "deletion"]
}

resource "aws_rds_cluster_parameter_group" "aurora" {
  name   = "aurora"
  family = "aurora-postgresql16"
  parameter {
    name  = "rds.force_ssl"
    value = 1
  }
}

resource "aws_rds_cluster" "aurora" {
  cluster_identifier              = "aurora"
  engine                          = "aurora-postgresql"
  engine_mode                     = "provisioned"
  master_username                 = "root"
  master_password                 = var.password
  db_subnet_group_name            = aws_db_subnet_group.main.name
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
  storage_encrypted               = true
  skip_final_snapshot             = true
  availability_zones              = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 8
  }
}

resource "aws_rds_cluster_instance" "aurora" {
  count               = 2
  identifier          = "aurora-${count.index}"
  cluster_identifier  = aws_rds_cluster.aurora.id
  engine              = aws_rds_cluster.aurora.engine
  instance_class      = "db.serverless"
  publicly_accessible = count.index > 5
  promotion_tier      = count.index
}

resource "aws_rds_cluster_endpoint" "readers" {
  cluster_identifier          = aws_rds_cluster.aurora.id
  cluster_endpoint_identifier = "readers"
  custom_endpoint_type        = "READER"
  static_members              = [aws_rds_cluster_instance.aurora[1].id]
}

resource "aws_rds_global_cluster" "world" {
  global_cluster_identifier = "world"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
}

resource "aws_db_proxy" "orders" {
  name           = "orders"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = aws_db_subnet_group.main.subnet_ids
  require_tls    = true
  auth {
    auth_scheme = "SECRETS"
    iam_auth    = "REQUIRED"
    secret_arn  = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf"
  }
}

resource "aws_db_proxy_default_target_group" "orders" {
  db_proxy_name = aws_db_proxy.orders.name
  connection_pool_config {
    max_connections_percent = 75
  }
}

resource "aws_dynamodb_table" "this" {
  for_each     = var.tables
  name         = each.key
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = each.value.hash
  range_key    = try(each.value.range, null)

  dynamic "attribute" {
    for_each = merge(
      { (each.value.hash) = "S" },
      { for i in try(each.value.indexes, []) : i.hash => "S" },
      try(each.value.attributes, {}),
    )
    content {
      name = attribute.key
      type = attribute.value
    }
  }

  dynamic "ttl" {
    for_each = can(each.value.ttl) ? [each.value.ttl] : []
    content {
      attribute_name = ttl.value
      enabled        = true
    }
  }

  dynamic "global_secondary_index" {
    for_each = try(each.value.indexes, [])
    iterator = index
    content {
      name            = index.value.name
      hash_key        = index.value.hash
      projection_type = "ALL"
    }
  }

  point_in_time_recovery {
    enabled = each.key != "sessions"
  }

  server_side_encryption {
    enabled = true
  }
}

resource "aws_dynamodb_table_item" "first" {
  table_name = aws_dynamodb_table.this["carts"].name
  hash_key   = aws_dynamodb_table.this["carts"].hash_key
  item = jsonencode({
    id    = { S = "0" }
    total = { N = "12.50" }
  })
}

resource "aws_dynamodb_resource_policy" "events" {
  resource_arn = aws_dynamodb_table.this["events"].arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "444455556666" }, Action = "dynamodb:GetItem", Resource = "*" }]
  })
}

resource "aws_elasticache_subnet_group" "main" {
  name       = "main"
  subnet_ids = aws_db_subnet_group.main.subnet_ids
}

resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "cache"
  description                = "cache"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.main.name
  snapshot_retention_limit   = 5
}

resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1 + 1
  port            = 11211
}

resource "aws_elasticache_user" "app" {
  user_id       = "app"
  user_name     = "app"
  access_string = "on ~app:* +@read"
  engine        = "REDIS"
  authentication_mode {
    type = "iam"
  }
}

resource "aws_memorydb_cluster" "fast" {
  acl_name    = "open-access"
  name        = "fast"
  node_type   = "db.t4g.small"
  tls_enabled = false
}

resource "aws_redshift_cluster" "house" {
  cluster_identifier  = "house"
  database_name       = "house"
  master_username     = "house"
  master_password     = var.password
  node_type           = "ra3.large"
  cluster_type        = "single-node"
  encrypted           = true
  publicly_accessible = false
  skip_final_snapshot = true
}

resource "aws_redshift_parameter_group" "ssl" {
  name   = "ssl"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_docdb_cluster" "docs" {
  cluster_identifier  = "docs"
  master_username     = "docs"
  master_password     = var.password
  storage_encrypted   = true
  skip_final_snapshot = true
}

resource "aws_docdb_cluster_instance" "docs" {
  for_each           = toset([for i in range(2) : tostring(i)])
  identifier         = "docs-${each.key}"
  cluster_identifier = aws_docdb_cluster.docs.id
  instance_class     = "db.t4g.medium"
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier                  = "graph"
  engine                              = "neptune"
  iam_database_authentication_enabled = true
  storage_encrypted                   = true
  skip_final_snapshot                 = true
}

resource "aws_opensearch_domain" "search" {
  domain_name    = "search"
  engine_version = "OpenSearch_2.13"
  cluster_config {
    instance_type          = "t3.small.search"
    instance_count         = 2
    zone_awareness_enabled = true
  }
  ebs_options {
    ebs_enabled = true
    volume_size = 10
  }
  encrypt_at_rest {
    enabled = true
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_opensearch_domain_policy" "search" {
  domain_name = aws_opensearch_domain.search.domain_name
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::111122223333:role/search"] }
      Action    = "es:ESHttp*"
      Resource  = "*"
    }
  })
}

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  retention_period = 48
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"
  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.clicks.arn
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }
  extended_s3_configuration {
    role_arn            = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn          = "arn:aws:s3:::clicks"
    prefix              = "raw/!{timestamp:yyyy/MM}/"
    error_output_prefix = "failed/!{firehose:error-output-type}/"
    compression_format  = "GZIP"
  }
}

resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2
  broker_node_group_info {
    instance_type   = "kafka.t3.small"
    client_subnets  = aws_db_subnet_group.main.subnet_ids
    security_groups = ["sg-0123456789abcdef0"]
    storage_info {
      ebs_storage_info {
        volume_size = 100
      }
    }
  }
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
    }
  }
}

resource "aws_glue_catalog_database" "lake" {
  name = "lake"
}

resource "aws_glue_catalog_table" "clicks" {
  name          = "clicks"
  database_name = aws_glue_catalog_database.lake.name
  table_type    = "EXTERNAL_TABLE"
  parameters    = { EXTERNAL = "TRUE", "parquet.compression" = "SNAPPY" }
  storage_descriptor {
    location = "s3://clicks/raw/"
    dynamic "columns" {
      for_each = [["id", "string"], ["at", "timestamp"]]
      content {
        name = columns.value[0]
        type = columns.value[1]
      }
    }
  }
}

resource "aws_glue_crawler" "clicks" {
  name          = "clicks"
  database_name = aws_glue_catalog_database.lake.name
  role          = "arn:aws:iam::111122223333:role/glue"
  s3_target {
    path = "s3://clicks/raw"
  }
}

resource "aws_glue_job" "clean" {
  name     = "clean"
  role_arn = "arn:aws:iam::111122223333:role/glue"
  command {
    script_location = "s3://code/clean.py"
    python_version  = 3
  }
  default_arguments = { for k, v in { job-language = "python", enable-metrics = true } : "--${k}" => v }
}

resource "aws_glue_security_configuration" "main" {
  name = "main"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}

resource "aws_athena_workgroup" "main" {
  name = "main"
  configuration {
    enforce_workgroup_configuration = true
    result_configuration {
      output_location = "s3://results/athena/"
      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}

resource "aws_athena_named_query" "top" {
  name      = "top"
  workgroup = aws_athena_workgroup.main.id
  database  = aws_glue_catalog_database.lake.name
  query     = "SELECT * FROM clicks LIMIT ${10 * 10};"
}

resource "aws_emr_security_configuration" "main" {
  name          = "main"
  configuration = jsonencode({ EncryptionConfiguration = { EnableInTransitEncryption = false, EnableAtRestEncryption = false } })
}

resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false
  allocated_storage          = 50
}

resource "aws_dms_endpoint" "source" {
  endpoint_id   = "source"
  endpoint_type = "source"
  engine_name   = "mysql"
  server_name   = "db.example.com"
  port          = 3306
  username      = "dms"
  password      = var.password
  ssl_mode      = "none"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name                   = "lab"
  role_arn               = "arn:aws:iam::111122223333:role/lab"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Disabled"
  subnet_id              = aws_db_subnet_group.main.name == "main" ? "subnet-0aaaaaaaaaaaaaaa1" : null
  security_groups        = ["sg-0123456789abcdef0"]
}
