# Clusters of containers, in both of Amazon's ways.

provider "aws" {
  region = var.region
}

variable "region" {
  default = "eu-central-1"
}

variable "services" {
  type = map(object({
    image     = string
    cpu       = optional(number, 256)
    memory    = optional(number, 512)
    port      = optional(number)
    secrets   = optional(map(string), {})
    env       = optional(map(string), {})
    autoscale = optional(object({ min = number, max = number, target = optional(number, 60) }))
  }))
  default = {
    web = {
      image     = "web:1.4"
      port      = 8080
      secrets   = { DB = "db-AbCdEf" }
      env       = { LOG = "info", ZONE = "x" }
      autoscale = { min = 2, max = 6 }
    }
    worker = { image = "worker:2", cpu = 1024, memory = 2048 }
  }
}

data "aws_region" "here" {}
data "aws_partition" "here" {}

locals {
  account  = "111122223333"
  registry = "${local.account}.dkr.ecr.${data.aws_region.here.name}.${data.aws_partition.here.dns_suffix}"
  scaled   = { for name, s in var.services : name => s.autoscale if s.autoscale != null }
  ports    = compact([for s in var.services : s.port == null ? "" : tostring(s.port)])
}

resource "aws_ecr_repository" "this" {
  for_each             = var.services
  name                 = "shop/${each.key}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = each.key == "worker"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = aws_ecr_repository.this
  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "the last ten"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 10 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_ecr_repository_policy" "web" {
  repository = aws_ecr_repository.this["web"].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "pull"
      Effect    = "Allow"
      Principal = { AWS = formatlist("arn:${data.aws_partition.here.partition}:iam::%s:root", ["444455556666", "777788889999"]) }
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}

resource "aws_ecr_pull_through_cache_rule" "public" {
  ecr_repository_prefix = "public"
  upstream_registry_url = "public.ecr.aws"
}

resource "aws_ecr_registry_scanning_configuration" "here" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "shop/*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_replication_configuration" "here" {
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = setsubtract(["eu-west-1", "eu-central-1", "us-east-1"], [var.region])
        content {
          region      = destination.value
          registry_id = local.account
        }
      }
    }
  }
}

resource "aws_ecs_cluster" "main" {
  name = "main"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.exec.name
      }
    }
  }
}

resource "aws_cloudwatch_log_group" "exec" {
  name = "/ecs/exec"
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  dynamic "default_capacity_provider_strategy" {
    for_each = [{ name = "FARGATE", base = 1, weight = 1 }, { name = "FARGATE_SPOT", weight = 3 }]
    content {
      capacity_provider = default_capacity_provider_strategy.value.name
      base              = lookup(default_capacity_provider_strategy.value, "base", null)
      weight            = default_capacity_provider_strategy.value.weight
    }
  }
}

resource "aws_ecs_task_definition" "this" {
  for_each                 = var.services
  family                   = each.key
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = "arn:aws:iam::${local.account}:role/execution"
  container_definitions = jsonencode([
    {
      name         = each.key
      image        = "${local.registry}/${each.value.image}"
      essential    = true
      portMappings = each.value.port == null ? [] : [{ containerPort = each.value.port }]
      environment  = [for k, v in each.value.env : { name = k, value = v }]
      secrets = [
        for name, secret in each.value.secrets : {
          name      = name
          valueFrom = "arn:aws:secretsmanager:${var.region}:${local.account}:secret:${secret}"
        }
      ]
      readonlyRootFilesystem = true
    }
  ])
  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }
  dynamic "volume" {
    for_each = each.key == "worker" ? ["scratch"] : []
    content {
      name = volume.value
      efs_volume_configuration {
        file_system_id     = "fs-0123456789abcdef0"
        transit_encryption = "ENABLED"
      }
    }
  }
}

resource "aws_ecs_service" "this" {
  for_each        = aws_ecs_task_definition.this
  name            = each.key
  cluster         = aws_ecs_cluster.main.id
  task_definition = each.value.arn
  desired_count   = try(local.scaled[each.key].min, 1)
  launch_type     = "FARGATE"

  enable_execute_command = false

  network_configuration {
    subnets          = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"]
    security_groups  = ["sg-0123456789abcdef0"]
    assign_public_ip = each.key == "web"
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_appautoscaling_target" "this" {
  for_each           = local.scaled
  min_capacity       = each.value.min
  max_capacity       = each.value.max
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.this[each.key].name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

resource "aws_appautoscaling_policy" "this" {
  for_each           = local.scaled
  name               = "${each.key}-cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.this[each.key].resource_id
  scalable_dimension = aws_appautoscaling_target.this[each.key].scalable_dimension
  service_namespace  = aws_appautoscaling_target.this[each.key].service_namespace
  target_tracking_scaling_policy_configuration {
    target_value = each.value.target
    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_scheduled_action" "night" {
  for_each           = local.scaled
  name               = "night"
  service_namespace  = "ecs"
  resource_id        = aws_appautoscaling_target.this[each.key].resource_id
  scalable_dimension = "ecs:service:DesiredCount"
  schedule           = "cron(0 22 * * ? *)"
  scalable_target_action {
    min_capacity = 0
    max_capacity = each.value.max - each.value.min
  }
}

resource "aws_service_discovery_private_dns_namespace" "local" {
  name = "shop.local"
  vpc  = "vpc-0123456789abcdef0"
}

resource "aws_service_discovery_service" "web" {
  name = "web"
  dns_config {
    namespace_id = aws_service_discovery_private_dns_namespace.local.id
    dns_records {
      ttl  = 10
      type = "A"
    }
  }
}

resource "aws_apprunner_service" "site" {
  service_name = "site"
  source_configuration {
    auto_deployments_enabled = false
    image_repository {
      image_identifier      = "public.ecr.aws/nginx/nginx:latest"
      image_repository_type = "ECR_PUBLIC"
      image_configuration {
        port = join("", slice(local.ports, 0, 1))
      }
    }
  }
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::${local.account}:role/eks"
  version  = "1.31"

  enabled_cluster_log_types = ["api", "audit"]

  vpc_config {
    subnet_ids              = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"]
    endpoint_private_access = true
    endpoint_public_access  = length(var.services) > 5
    public_access_cidrs     = ["192.0.2.0/24"]
  }

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = "arn:aws:kms:${var.region}:${local.account}:key/11111111-2222-3333-4444-555555555555"
    }
  }

  access_config {
    authentication_mode = "API"
  }
}

resource "aws_eks_node_group" "this" {
  for_each        = { small = ["t3.medium"], large = ["m6i.xlarge", "m6a.xlarge"] }
  cluster_name    = aws_eks_cluster.main.name
  node_group_name = each.key
  node_role_arn   = "arn:aws:iam::${local.account}:role/node"
  subnet_ids      = aws_eks_cluster.main.vpc_config[0].subnet_ids
  instance_types  = each.value
  scaling_config {
    desired_size = 1
    min_size     = 1
    max_size     = length(each.value) * 3
  }
  dynamic "taint" {
    for_each = each.key == "large" ? { dedicated = "batch" } : {}
    content {
      key    = taint.key
      value  = taint.value
      effect = "NO_SCHEDULE"
    }
  }
}

resource "aws_eks_addon" "this" {
  for_each                    = toset(["vpc-cni", "coredns"])
  cluster_name                = aws_eks_cluster.main.name
  addon_name                  = each.key
  resolve_conflicts_on_update = "OVERWRITE"
}

resource "aws_eks_access_entry" "ops" {
  cluster_name  = aws_eks_cluster.main.name
  principal_arn = "arn:aws:iam::${local.account}:role/ops"
}

resource "aws_eks_access_policy_association" "ops" {
  cluster_name  = aws_eks_cluster.main.name
  principal_arn = aws_eks_access_entry.ops.principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"
  access_scope {
    type       = "namespace"
    namespaces = ["shop"]
  }
}

resource "aws_eks_fargate_profile" "jobs" {
  cluster_name           = aws_eks_cluster.main.name
  fargate_profile_name   = "jobs"
  pod_execution_role_arn = "arn:aws:iam::${local.account}:role/pods"
  subnet_ids             = ["subnet-0aaaaaaaaaaaaaaa1"]
  dynamic "selector" {
    for_each = ["jobs", "reports"]
    content {
      namespace = selector.value
      labels    = selector.key == 0 ? { tier = "batch" } : null
    }
  }
}

resource "aws_eks_pod_identity_association" "web" {
  cluster_name    = aws_eks_cluster.main.name
  namespace       = "shop"
  service_account = "web"
  role_arn        = "arn:aws:iam::${local.account}:role/web"
}
