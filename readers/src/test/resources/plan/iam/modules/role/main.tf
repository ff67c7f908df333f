variable "name" {}
variable "trust" {}

variable "managed" {
  type = list(string)
}

variable "boundary" {
  default = null
}

resource "aws_iam_role" "this" {
  name                  = "${var.name}-role"
  assume_role_policy    = var.trust
  permissions_boundary  = var.boundary
  force_detach_policies = length(var.managed) > 0

  dynamic "inline_policy" {
    for_each = var.boundary == null ? [] : ["deny"]
    content {
      name   = inline_policy.value
      policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
    }
  }
}

resource "aws_iam_role_policy_attachment" "managed" {
  count      = length(var.managed)
  role       = aws_iam_role.this.name
  policy_arn = "arn:aws:iam::aws:policy/${element(var.managed, count.index)}"
}

output "name" {
  value = aws_iam_role.this.name
}
