package dev.postern.secrets;

/// What sort of secret it is.
public enum Kind {
  AWS_ACCESS_KEY_ID("AWS access key id"),
  AWS_SECRET_KEY("AWS secret access key"),
  AWS_BEDROCK_KEY("Amazon Bedrock API key"),
  GITHUB_TOKEN("GitHub token"),
  GITLAB_TOKEN("GitLab token"),
  SLACK_TOKEN("Slack token"),
  SLACK_WEBHOOK("Slack webhook"),
  STRIPE_KEY("Stripe key"),
  OPENAI_KEY("OpenAI key"),
  ANTHROPIC_KEY("Anthropic key"),
  SENDGRID_KEY("SendGrid key"),
  TWILIO_KEY("Twilio key"),
  MAILGUN_KEY("Mailgun key"),
  NPM_TOKEN("npm token"),
  PYPI_TOKEN("PyPI token"),
  RUBYGEMS_KEY("RubyGems key"),
  DOCKER_TOKEN("Docker token"),
  DIGITALOCEAN_TOKEN("DigitalOcean token"),
  GOOGLE_KEY("Google API key"),
  GOOGLE_TOKEN("Google OAuth secret"),
  AZURE_KEY("Azure access key"),
  SHOPIFY_TOKEN("Shopify token"),
  SQUARE_TOKEN("Square token"),
  TELEGRAM_TOKEN("Telegram bot token"),
  DISCORD_TOKEN("Discord token"),
  HEROKU_KEY("Heroku key"),
  DATABRICKS_TOKEN("Databricks token"),
  VAULT_TOKEN("Vault token"),
  TERRAFORM_TOKEN("HCP Terraform token"),
  NEW_RELIC_KEY("New Relic key"),
  GRAFANA_TOKEN("Grafana token"),
  HUGGING_FACE_TOKEN("Hugging Face token"),
  JSON_WEB_TOKEN("JSON web token"),
  PRIVATE_KEY("private key"),
  GOOGLE_SERVICE_ACCOUNT("Google service account key"),
  AGE_KEY("age key"),
  CONNECTION_PASSWORD("password in a connection string"),
  AUTHORIZATION("authorization header"),
  PASSWORD("password"),
  SECRET("secret");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /// The words for messages: `GitHub token`.
  public String title() {
    return title;
  }
}
