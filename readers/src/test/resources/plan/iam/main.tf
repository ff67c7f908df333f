# Who may do what: users, groups, roles and the documents that say so.

provider "aws" {
  region = "eu-west-1"
}

variable "account" {
  default = "111122223333"
}

variable "teams" {
  type = map(object({
    members  = set(string)
    admin    = optional(bool)
    services = optional(list(string), ["s3", "sqs"])
  }))
  default = {
    data = { members = ["ada", "bob"], admin = true }
    web  = { members = ["bob", "cyd"], services = ["cloudfront"] }
    ops  = { members = [] }
  }
}

variable "boundary" {
  type    = string
  default = null
}

data "aws_partition" "here" {}
data "aws_region" "here" {}

locals {
  people = distinct(sort(flatten([for team in var.teams : tolist(team.members)])))
  memberships = merge([
    for name, team in var.teams : {
      for person in team.members : "${name}/${person}" => { team = name, person = person }
    }
  ]...)
  by_person = { for m in values(local.memberships) : m.person => m.team... }
  admins    = { for name, team in var.teams : name => team if coalesce(team.admin, false) }
}

resource "aws_iam_user" "person" {
  for_each             = toset(local.people)
  name                 = each.key
  path                 = "/people/"
  force_destroy        = true
  permissions_boundary = var.boundary
}

resource "aws_iam_group" "team" {
  for_each = var.teams
  name     = each.key
  path     = "/teams/"
}

resource "aws_iam_user_group_membership" "person" {
  for_each = local.by_person
  user     = aws_iam_user.person[each.key].name
  groups   = [for team in each.value : aws_iam_group.team[team].name]
}

resource "aws_iam_group_membership" "ops" {
  name  = "ops"
  group = aws_iam_group.team["ops"].name
  users = [aws_iam_user.person["ada"].name]
}

data "aws_iam_policy_document" "team" {
  for_each = var.teams

  statement {
    sid       = "Services${title(each.key)}"
    actions   = formatlist("%s:*", each.value.services)
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1", "eu-central-1"]
    }
  }

  dynamic "statement" {
    for_each = coalesce(each.value.admin, false) ? [1] : []
    content {
      sid         = "Users"
      not_actions = ["iam:Delete*", "iam:CreateUser"]
      resources   = ["arn:${data.aws_partition.here.partition}:iam::${var.account}:user/people/$${aws:username}"]
    }
  }
}

resource "aws_iam_group_policy" "team" {
  for_each = data.aws_iam_policy_document.team
  name     = "team"
  group    = aws_iam_group.team[each.key].name
  policy   = each.value.json
}

data "aws_iam_policy_document" "base" {
  policy_id = "base"
  statement {
    sid       = "Read"
    actions   = ["s3:ListBucket", "s3:GetObject"]
    resources = ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]
  }
  statement {
    sid       = "Lists"
    actions   = ["s3:ListAllMyBuckets"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "tighter" {
  statement {
    sid       = "Read"
    effect    = "Deny"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::reports/secret/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "merged" {
  source_policy_documents = [
    data.aws_iam_policy_document.base.json,
    jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Sid = "Extra", Effect = "Allow", Action = "sts:GetCallerIdentity", Resource = "*" }]
    }),
  ]
  override_policy_documents = [
    jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Sid = "Read", Effect = "Allow", Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::reports/open/*"] }]
    }),
  ]
  statement {
    sid       = "Own"
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["s3.${data.aws_region.here.name}.amazonaws.com"]
    }
    condition {
      test     = "StringLike"
      variable = "kms:EncryptionContext:aws:s3:arn"
      values   = ["arn:aws:s3:::reports/*", "arn:aws:s3:::reports"]
    }
  }
}

resource "aws_iam_policy" "merged" {
  name_prefix = "merged-"
  description = trimspace("  reads reports ")
  path        = "/"
  policy      = data.aws_iam_policy_document.merged.json
}

data "aws_iam_policy_document" "trust" {
  for_each = {
    lambda = { type = "Service", ids = ["lambda.amazonaws.com"] }
    ec2    = { type = "Service", ids = ["ec2.amazonaws.com", "ssm.amazonaws.com"] }
    other  = { type = "AWS", ids = ["arn:aws:iam::444455556666:root", "777788889999"] }
  }
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = each.value.type
      identifiers = each.value.ids
    }
    dynamic "condition" {
      for_each = each.value.type == "AWS" ? { "sts:ExternalId" = "e-17" } : {}
      content {
        test     = "StringEquals"
        variable = condition.key
        values   = [condition.value]
      }
    }
  }
}

module "role" {
  source   = "./modules/role"
  for_each = data.aws_iam_policy_document.trust

  name  = each.key
  trust = each.value.json
  managed = lookup(
    { lambda = ["service-role/AWSLambdaBasicExecutionRole"], ec2 = ["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"] },
    each.key,
    [],
  )
  boundary = each.key == "other" ? "arn:aws:iam::aws:policy/ReadOnlyAccess" : null
}

resource "aws_iam_instance_profile" "ec2" {
  name = "ec2"
  role = module.role["ec2"].name
}

resource "aws_iam_role_policy" "lambda" {
  name   = "secrets"
  role   = module.role["lambda"].name
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:*:${var.account}:secret:app-*"}
      ]
    }
  JSON
}

resource "aws_iam_policy_attachment" "merged" {
  name       = "merged"
  policy_arn = aws_iam_policy.merged.arn
  roles      = [for r in ["lambda", "ec2"] : module.role[r].name]
}

resource "aws_iam_user_policy" "one" {
  name   = "one"
  user   = aws_iam_user.person["cyd"].name
  policy = templatefile("${path.module}/user.json.tftpl", { buckets = ["in", "out"], admin = false })
}

resource "aws_iam_user_policy_attachment" "admins" {
  for_each   = toset(flatten([for name, team in local.admins : tolist(team.members)]))
  user       = aws_iam_user.person[each.value].name
  policy_arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
}

resource "aws_iam_group_policy_attachment" "teams" {
  for_each   = { for name in keys(var.teams) : name => "arn:aws:iam::aws:policy/job-function/${name == "ops" ? "SystemAdministrator" : "ViewOnlyAccess"}" }
  group      = aws_iam_group.team[each.key].name
  policy_arn = each.value
}

resource "aws_iam_access_key" "robot" {
  user   = aws_iam_user.person["bob"].name
  status = "Inactive"
}

resource "aws_iam_user_login_profile" "ada" {
  user                    = aws_iam_user.person["ada"].name
  password_length         = 24
  password_reset_required = true
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = 16
  require_lowercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  require_uppercase_characters   = true
  allow_users_to_change_password = true
  max_password_age               = 0
  password_reuse_prevention      = 24
}

resource "aws_iam_account_alias" "here" {
  account_alias = replace("Shop_Of_Acme", "/[A-Z_]+/", "x")
}

resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}

data "aws_iam_policy_document" "github" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/shop:*"]
    }
  }
}

resource "aws_iam_role" "github" {
  name                 = "deploy"
  assume_role_policy   = data.aws_iam_policy_document.github.json
  max_session_duration = 2 * 3600
  managed_policy_arns  = ["arn:aws:iam::aws:policy/PowerUserAccess"]
}

resource "aws_iam_service_linked_role" "es" {
  aws_service_name = "opensearchservice.amazonaws.com"
}

resource "aws_iam_role_policies_exclusive" "github" {
  role_name    = aws_iam_role.github.name
  policy_names = []
}

resource "aws_accessanalyzer_analyzer" "here" {
  analyzer_name = "here"
  type          = "ACCOUNT"
}

resource "aws_organizations_policy" "regions" {
  name = "regions"
  type = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for region in ["us-east-1", "eu-west-1"] : {
        Sid       = "Only${replace(title(region), "-", "")}"
        Effect    = "Deny"
        NotAction = ["iam:*", "sts:*"]
        Resource  = "*"
        Condition = { StringNotEquals = { "aws:RequestedRegion" = region } }
      }
    ]
  })
}

resource "aws_organizations_organizational_unit" "work" {
  name      = "work"
  parent_id = "r-abcd"
}

resource "aws_organizations_policy_attachment" "work" {
  policy_id = aws_organizations_policy.regions.id
  target_id = aws_organizations_organizational_unit.work.id
}

resource "aws_ssoadmin_permission_set" "read" {
  name             = "Read"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  session_duration = "PT8H"
}

resource "aws_ssoadmin_managed_policy_attachment" "read" {
  instance_arn       = aws_ssoadmin_permission_set.read.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.read.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_rolesanywhere_trust_anchor" "ca" {
  name    = "ca"
  enabled = true
  source {
    source_type = "AWS_ACM_PCA"
    source_data {
      acm_pca_arn = "arn:aws:acm-pca:eu-west-1:${var.account}:certificate-authority/11111111-2222-3333-4444-555555555555"
    }
  }
}

resource "aws_rolesanywhere_profile" "ci" {
  name      = "ci"
  role_arns = [aws_iam_role.github.arn]
}

output "by_person" {
  value = local.by_person
}
