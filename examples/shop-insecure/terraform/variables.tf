variable "admin_cidrs" {
  description = "Where administrators connect from"
  type        = list(string)
  default     = ["0.0.0.0/1", "128.0.0.0/1"]
}
