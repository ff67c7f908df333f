variable "admin_cidr" {
  description = "Where administrators connect from"
  type        = string
  default     = "0.0.0.0/1"
}
