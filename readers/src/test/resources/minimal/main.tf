# What must be written and no more, of the types whose defaults are told.

provider "aws" {
  region = "eu-west-1"
}

resource "aws_mq_broker" "least" {
  broker_name        = "least"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"

  user {
    username = "clerk"
    password = "${aws_kms_key.least.id}-clerk"
  }
}

resource "aws_athena_workgroup" "least" {
  name = "least"

  configuration {}
}

resource "aws_cloudtrail" "least" {
  name           = "least"
  s3_bucket_name = "least"
}

resource "aws_dms_replication_instance" "least" {
  replication_instance_class = "dms.t3.micro"
  replication_instance_id    = "least"
}

resource "aws_dms_endpoint" "least" {
  endpoint_id   = "least"
  endpoint_type = "source"
  engine_name   = "mysql"
}

resource "aws_docdb_cluster" "least" {}

resource "aws_dynamodb_table" "least" {
  name         = "least"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_ecr_repository" "least" {
  name = "least"
}

resource "aws_efs_file_system" "least" {}

resource "aws_eks_cluster" "least" {
  name     = "least"
  role_arn = "arn:aws:iam::111122223333:role/least"

  vpc_config {
    subnet_ids = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
  }
}

resource "aws_elasticache_replication_group" "least" {
  replication_group_id = "least"
  description          = "least"
}

resource "aws_lb" "least" {
  subnets = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
}

resource "aws_elasticsearch_domain" "least" {
  domain_name = "least"
}

resource "aws_kms_key" "least" {}

resource "aws_lambda_function" "least" {
  function_name = "least"
  role          = "arn:aws:iam::111122223333:role/least"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/least:1"
  package_type  = "Image"
}

resource "aws_msk_cluster" "least" {
  cluster_name           = "least"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2

  broker_node_group_info {
    client_subnets  = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]
    instance_type   = "kafka.t3.small"
    security_groups = ["sg-0aaaaaaaaaaaaaaa1"]
  }
}

resource "aws_neptune_cluster" "least" {}

resource "aws_neptune_cluster_instance" "least" {
  cluster_identifier = "least"
  instance_class     = "db.t3.medium"
}

resource "aws_opensearch_domain" "least" {
  domain_name = "least"
}

resource "aws_db_instance" "least" {
  engine            = "postgres"
  instance_class    = "db.t3.micro"
  allocated_storage = 20
  username          = "clerk"
}

resource "aws_rds_cluster" "least" {
  engine = "aurora-postgresql"
}

resource "aws_db_proxy" "least" {
  name           = "least"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::111122223333:role/least"
  vpc_subnet_ids = ["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2"]

  auth {
    secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:least"
  }
}

resource "aws_redshift_cluster" "least" {
  cluster_identifier = "least"
  node_type          = "ra3.large"
}

resource "aws_redshiftserverless_workgroup" "least" {
  namespace_name = "least"
  workgroup_name = "least"
}

resource "aws_sqs_queue" "least" {}
