# Machines, functions and what spreads work over them.

provider "aws" {
  region = "eu-west-1"
}

variable "environment" {
  default = "prod"
}

variable "sizes" {
  type    = map(string)
  default = { prod = "m6i.large", test = "t3.micro" }
}

variable "functions" {
  type = map(object({
    runtime = optional(string, "python3.13")
    memory  = optional(number, 128)
    vpc     = optional(bool, false)
    env     = optional(map(string), {})
  }))
  default = {
    thumbnails = { memory = 1024, env = { WIDTH = 300, FORCE = true } }
    invoices   = { runtime = "nodejs22.x", vpc = true }
  }
}

locals {
  prod    = var.environment == "prod"
  subnets = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"]
  disks = [
    { device = "/dev/sdf", size = 100 },
    { device = "/dev/sdg", size = 200, type = "io2", iops = 4000 },
  ]
}

resource "aws_key_pair" "admin" {
  key_name   = "admin"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHnnVxdu1FPkiJ4x8DkTnsu6GZJwJPjWmN1Z4WmEzDcy admin"
}

resource "aws_instance" "web" {
  count                       = local.prod ? 2 : 1
  ami                         = "ami-0123456789abcdef0"
  instance_type               = var.sizes[var.environment]
  subnet_id                   = element(local.subnets, count.index)
  vpc_security_group_ids      = [aws_security_group.web.id]
  key_name                    = aws_key_pair.admin.key_name
  associate_public_ip_address = !local.prod
  monitoring                  = local.prod
  user_data                   = "#!/bin/sh\necho web-${count.index} > /etc/hostname\n"

  root_block_device {
    encrypted   = true
    volume_size = 50
    volume_type = "gp3"
  }

  dynamic "ebs_block_device" {
    for_each = local.disks
    iterator = disk
    content {
      device_name = disk.value.device
      volume_size = disk.value.size
      volume_type = lookup(disk.value, "type", "gp3")
      iops        = try(disk.value.iops, null)
      encrypted   = true
    }
  }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }

  tags = {
    Name = format("web-%02d", count.index + 1)
  }
}

resource "aws_security_group" "web" {
  name        = "web"
  description = "web"
  vpc_id      = "vpc-0123456789abcdef0"
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_eip" "web" {
  count    = length(aws_instance.web)
  instance = aws_instance.web[count.index].id
}

resource "aws_ebs_volume" "extra" {
  for_each          = { for i, az in ["a", "b"] : az => (i + 1) * 8 }
  availability_zone = "eu-west-1${each.key}"
  size              = each.value
}

resource "aws_volume_attachment" "extra" {
  for_each    = aws_ebs_volume.extra
  device_name = "/dev/sd${each.key == "a" ? "h" : "i"}"
  volume_id   = each.value.id
  instance_id = aws_instance.web[index(keys(aws_ebs_volume.extra), each.key)].id
}

resource "aws_network_interface" "extra" {
  subnet_id       = local.subnets[0]
  private_ips     = [cidrhost("10.0.1.0/24", 20), cidrhost("10.0.1.0/24", -6)]
  security_groups = [aws_security_group.web.id]
}

resource "aws_placement_group" "close" {
  name     = "close"
  strategy = "cluster"
}

resource "aws_launch_template" "worker" {
  name_prefix            = "worker-"
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "c6i.large"
  update_default_version = true
  user_data              = base64encode(templatefile("${path.module}/worker.sh.tftpl", { queue = "work", tries = 3, flags = ["-v", "-x"] }))

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted             = true
      delete_on_termination = true
      volume_size           = 30
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])
    content {
      resource_type = tag_specifications.value
      tags          = { Pool = "worker", Kind = title(tag_specifications.value) }
    }
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  network_interfaces {
    associate_public_ip_address = false
    security_groups             = [aws_security_group.web.id]
  }
}

resource "aws_autoscaling_group" "worker" {
  name                = "worker"
  min_size            = 1
  max_size            = 1 + length(local.subnets) * 2
  desired_capacity    = 2
  vpc_zone_identifier = local.subnets
  target_group_arns   = [aws_lb_target_group.web["blue"].arn]

  launch_template {
    id      = aws_launch_template.worker.id
    version = "$Latest"
  }

  dynamic "tag" {
    for_each = { Pool = "worker", Environment = var.environment }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}

resource "aws_autoscaling_policy" "cpu" {
  name                   = "cpu"
  autoscaling_group_name = aws_autoscaling_group.worker.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 62.5
    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = aws_autoscaling_group.worker.name
  min_size               = 0
  max_size               = 0
  desired_capacity       = 0
  recurrence             = "0 20 * * *"
}

resource "aws_lb" "web" {
  name                       = substr("web-of-a-shop-with-a-rather-long-name", 0, 16)
  load_balancer_type         = "application"
  internal                   = false
  security_groups            = [aws_security_group.web.id]
  subnets                    = local.subnets
  drop_invalid_header_fields = true
  access_logs {
    bucket  = "logs"
    enabled = local.prod
  }
}

resource "aws_lb_target_group" "web" {
  for_each = { blue = 8080, green = 8081 }
  name     = "web-${each.key}"
  port     = each.value
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"
  health_check {
    path    = "/health"
    matcher = "200-299"
  }
  stickiness {
    type    = "lb_cookie"
    enabled = each.key == "blue"
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.web.arn
  port              = "80"
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  default_action {
    type = "forward"
    forward {
      dynamic "target_group" {
        for_each = aws_lb_target_group.web
        content {
          arn    = target_group.value.arn
          weight = target_group.key == "blue" ? 90 : 10
        }
      }
    }
  }
}

resource "aws_lb_listener_rule" "paths" {
  count        = 2
  listener_arn = aws_lb_listener.https.arn
  priority     = 100 * (count.index + 1)
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web[["blue", "green"][count.index]].arn
  }
  condition {
    path_pattern {
      values = ["/${["blue", "green"][count.index]}/*"]
    }
  }
  condition {
    host_header {
      values = ["example.com", "www.example.com"]
    }
  }
}

resource "aws_lb_listener_certificate" "more" {
  listener_arn    = aws_lb_listener.https.arn
  certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/66666666-2222-3333-4444-555555555555"
}

resource "aws_lb_target_group_attachment" "web" {
  count            = length(aws_instance.web)
  target_group_arn = aws_lb_target_group.web["green"].arn
  target_id        = aws_instance.web[count.index].id
  port             = 8080 + count.index
}

resource "aws_elb" "old" {
  name    = "old"
  subnets = local.subnets
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
  instances = aws_instance.web.*.id
}

module "function" {
  source   = "./modules/function"
  for_each = var.functions

  name        = each.key
  settings    = each.value
  subnets     = each.value.vpc ? local.subnets : []
  environment = merge({ STAGE = var.environment }, each.value.env)
}

resource "aws_lambda_layer_version" "common" {
  layer_name          = "common"
  s3_bucket           = "code"
  s3_key              = "layers/common.zip"
  compatible_runtimes = ["python3.12", "python3.13"]
}

resource "aws_lambda_event_source_mapping" "work" {
  function_name    = module.function["invoices"].arn
  event_source_arn = "arn:aws:sqs:eu-west-1:111122223333:work"
  batch_size       = 5
  filter_criteria {
    filter {
      pattern = jsonencode({ body = { kind = ["invoice"], total = [{ numeric = [">", 0.5] }] } })
    }
  }
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = module.function["thumbnails"].name
  function_version = "1"
  routing_config {
    additional_version_weights = { "2" = 0.1 }
  }
}

resource "aws_spot_fleet_request" "batch" {
  iam_fleet_role  = "arn:aws:iam::111122223333:role/fleet"
  target_capacity = 2
  launch_specification {
    instance_type = "c6i.large"
    ami           = "ami-0123456789abcdef0"
    spot_price    = "0.05"
  }
}

resource "aws_batch_compute_environment" "fargate" {
  compute_environment_name = "fargate"
  type                     = "MANAGED"
  service_role             = "arn:aws:iam::111122223333:role/batch"
  compute_resources {
    type               = "FARGATE"
    max_vcpus          = 16
    subnets            = local.subnets
    security_group_ids = [aws_security_group.web.id]
  }
}

resource "aws_batch_job_queue" "main" {
  name     = "main"
  state    = "ENABLED"
  priority = 1
  compute_environment_order {
    order               = 1
    compute_environment = aws_batch_compute_environment.fargate.arn
  }
}

resource "aws_batch_job_definition" "report" {
  name                  = "report"
  type                  = "container"
  platform_capabilities = ["FARGATE"]
  container_properties = jsonencode({
    image            = "busybox"
    command          = ["ls", "-la"]
    executionRoleArn = "arn:aws:iam::111122223333:role/task"
    resourceRequirements = [
      { type = "VCPU", value = "0.25" },
      { type = "MEMORY", value = "512" },
    ]
  })
}

output "functions" {
  value = { for k, f in module.function : k => f.name }
}
