package dev.postern.secrets;

/// What the name of a property says about its value.
enum Claim {
  /// Nothing of a secret.
  NONE,
  /// A secret is mentioned, but something else may be meant: `SECRET_MYSQL`, `LICENSE_KEY`, `auth`.
  HINT,
  /// A secret or the name under which one is stored: `DB_SECRET`, `credentials`.
  STORED,
  /// A token or key itself: `API_KEY`, `client_secret`, `github_token`.
  TOKEN,
  /// The secret key of an AWS access key: `aws_secret_access_key`.
  AWS_SECRET,
  /// A password, which people choose.
  PASSWORD,
  /// An HTTP `Authorization` header.
  AUTHORIZATION
}
