#!/bin/sh
# Writes the inputs of docs/benchmarks.md below the folder $1: templates with 1,250 to 10,000
# resources, Terraform in 1,000 and 5,000 files, ten to a root folder, one file with 5,000 resources,
# one resource 10,000 times, and one security group with a rule for each port.
set -eu
out=$1
for resources in 1250 2500 5000 10000; do
  mkdir -p "$out/template-$resources"
  {
    echo 'AWSTemplateFormatVersion: "2010-09-09"'
    echo 'Resources:'
    for i in $(seq 1 $((resources / 2))); do
      cat <<EOF
  Bucket$i:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "\${AWS::StackName}-$i"
      VersioningConfiguration: {Status: Enabled}
  Group$i:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: number $i
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
EOF
    done
  } >"$out/template-$resources/template.yaml"
done
for files in 1000 5000; do
  for i in $(seq 0 $((files - 1))); do
    folder="$out/terraform-$files/root$((i / 10))"
    mkdir -p "$folder"
    cat >"$folder/f$i.tf" <<EOF
variable "cidr_$i" {
  type    = list(string)
  default = ["10.0.0.0/8"]
}

resource "aws_s3_bucket" "b$i" {
  bucket = "bucket-$i"
}

resource "aws_security_group" "g$i" {
  description = "number $i"

  ingress {
    description = "web"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = var.cidr_$i
  }
}
EOF
  done
done
mkdir -p "$out/each-10000"
cat >"$out/each-10000/main.tf" <<'EOF'
resource "aws_sqs_queue" "q" {
  for_each = toset(flatten([for i in range(100) : [for j in range(100) : "queue-${i}-${j}"]]))
  name     = each.key
}
EOF
mkdir -p "$out/file-5000"
for i in $(seq 1 2500); do
  cat <<EOF
resource "aws_s3_bucket" "b$i" {
  bucket = "bucket-$i"
}

resource "aws_security_group" "g$i" {
  description = "number $i"

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}

EOF
done >"$out/file-5000/main.tf"
mkdir -p "$out/ports-65536"
cat >"$out/ports-65536/main.tf" <<'EOF'
resource "aws_security_group" "g" {
  dynamic "ingress" {
    for_each = [for p in setproduct(range(256), range(256)) : { port = p[0] * 256 + p[1] }]
    content {
      protocol    = "tcp"
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
EOF
