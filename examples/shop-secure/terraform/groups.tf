resource "aws_security_group" "web" {
  description = "Load balancer"
  vpc_id      = aws_vpc.main.id

  dynamic "ingress" {
    for_each = {
      "HTTPS from everywhere"                     = 443
      "HTTP from everywhere, redirected to HTTPS" = 80
    }
    content {
      description = ingress.key
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }

  egress {
    description = "To the application"
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["10.30.10.0/23"]
  }
}

resource "aws_security_group" "app" {
  description = "Application"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "The load balancer"
    protocol        = "tcp"
    from_port       = 8443
    to_port         = 8443
    security_groups = [aws_security_group.web.id]
  }

  egress {
    description = "To the database"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.30.20.0/23"]
  }

  egress {
    description = "To AWS, through endpoints"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.30.0.0/16"]
  }
}

resource "aws_security_group" "database" {
  description = "Database"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "The application"
    protocol        = "tcp"
    from_port       = 5432
    to_port         = 5432
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "endpoints" {
  description = "VPC endpoints"
  vpc_id      = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  security_group_id            = aws_security_group.endpoints.id
  description                  = "The application"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.app.id
}
