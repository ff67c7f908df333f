package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;
import static dev.postern.secrets.Confidence.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedValuesTest {

  static Stream<Arguments> secrets() {
    return Stream.of(
        arguments("DB_PASSWORD", "Winter2024!", HIGH),
        arguments("MasterUserPassword", "changeme", MEDIUM),
        arguments("master_password", "password", MEDIUM),
        arguments("DBPASSWORD", "admin123", HIGH),
        arguments("mysql_root_passwd", "123456", MEDIUM),
        arguments("DB_PASS", "s3cr3t", HIGH),
        arguments("DBPwd", "P@ss!", HIGH),
        arguments("Environment.Variables.REDIS_PASSWORD", "correct-horse", MEDIUM),
        arguments("password", "Pa$$w0rd", HIGH),
        arguments("API_KEY", "sk-live-abc123...", MEDIUM),
        arguments("API_KEY", Tokens.base62(32), HIGH),
        arguments("apiKey", Tokens.hex(32), HIGH),
        arguments("STRIPE_KEY", Tokens.base62(24), HIGH),
        arguments("JWT_SECRET", "mysupersecret", LOW),
        arguments("jwtSecret", "s3cret-key-42", MEDIUM),
        arguments("CLIENT_SECRET", Tokens.base62(40), HIGH),
        arguments("GITHUB_TOKEN", Tokens.hex(40), HIGH),
        arguments("auth_token", Tokens.hex(32), HIGH),
        arguments("DJANGO_SECRET_KEY", Tokens.base62(50), HIGH),
        arguments("SECRET_KEY_BASE", Tokens.hex(64), HIGH),
        arguments("AWS_SECRET_ACCESS_KEY", Tokens.secretKey(), HIGH),
        arguments("aws_secret_key", "/" + Tokens.secretKey().substring(1), HIGH),
        arguments("SecretString", "hunter2!", MEDIUM),
        arguments("SECRET_MYSQL", Tokens.base62(24), MEDIUM),
        arguments("ENCRYPTION_KEY", Tokens.hex(64), MEDIUM),
        arguments("Authorization", "Bearer " + Tokens.base62(30), HIGH),
        arguments("API_KEY_PROD", Tokens.base62(20), HIGH));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void findsWhatItsNameCallsASecret(String key, String value, Confidence confidence) {
    assertThat(Secrets.detect(key, value))
        .singleElement()
        .satisfies(d -> {
          assertThat(d.confidence()).isEqualTo(confidence);
          assertThat(d.end()).isEqualTo(value.length());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${var.db_password}",
        "{{resolve:secretsmanager:prod/db:SecretString:password}}",
        "{{resolve:ssm-secure:/prod/db/password:1}}",
        "!Ref DBPassword",
        "$DB_PASSWORD",
        "$(cat /run/secret)",
        "%DB_PASSWORD%",
        "<password>",
        "CHANGE_ME",
        "change-me",
        "CHANGEME",
        "xxxx",
        "XXXXXXXX",
        "****",
        "REPLACE_ME",
        "replace-with-your-password",
        "your-password-here",
        "YOUR_PASSWORD",
        "example",
        "my-example-password",
        "dummy",
        "todo",
        "TODO",
        "",
        "   ",
        "...",
        "none",
        "null",
        "placeholder",
        "REDACTED",
        "true",
        "false",
        "String",
        "/prod/db/password",
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:db",
        "./password.txt",
        "op://vault/item/field",
        "insert-password-here",
        "__DB_PASSWORD__",
        "{\"Ref\": \"X\"}",
        "vault:secret/data/db#password"
      })
  void passesOverReferencesAndPlaceholders(String value) {
    assertThat(Secrets.detect("DB_PASSWORD", value)).isEmpty();
    assertThat(Secrets.detect("API_KEY", value)).isEmpty();
    assertThat(Secrets.detect("aws_secret_access_key", value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db_secret_arn",
        "secret_name",
        "SecretId",
        "password_file",
        "password_path",
        "password_length",
        "token_url",
        "expire_passwords",
        "manage_master_user_password",
        "PasswordPolicy",
        "TokenType",
        "api_key_id",
        "ApiKeySourceType",
        "next_token",
        "ClientRequestToken",
        "kms_key",
        "KmsMasterKeyId",
        "public_key",
        "KeyName",
        "S3Key",
        "key",
        "PartitionKey",
        "GIT_COMMIT",
        "IMAGE_DIGEST",
        "BucketName",
        "StateMachineName",
        "Description",
        "",
        "GenerateStringKey",
        "SecretStringTemplate",
        "author",
        "monkey",
        "compass",
        "TokenValidityUnits",
        "password_reset_url",
        "secretsmanager",
        "AuthorizationType",
        "KeyPolicy",
        "creation_token"
      })
  void otherNamesClaimNothing(String key) {
    for (String value : new String[] {Tokens.hex(40), Tokens.base62(40), "Winter2024!"}) {
      assertThat(Secrets.detect(key, value)).as("%s = %s", key, value).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DB_SECRET,prod/db/password",
    "DB_SECRET,my-db-secret",
    "DB_SECRET,prod-db-secret-1",
    "credentials,arn:aws:iam::111122223333:role/x",
    "auth,AWS_IAM",
    "authentication,password",
    "API_KEY,ApiKeyFromParameterStore",
    "TOKEN,admin@acme.io",
    "ENCRYPTION_KEY,alias/aws/s3",
    "ENCRYPTION_KEY,12345678-1234",
    "ENCRYPTION_KEY,6fa459ea-ee8a-3ca4-894e-db77e160355e",
    "http_tokens,required",
    "MAX_TOKENS,4096",
    "TOKEN,3600",
    "private_key,~/.ssh/id_rsa",
    "PRIVATE_KEY,server.pem"
  })
  void namesAndSettingsUnderASecretsNameAreNone(String key, String value) {
    assertThat(Secrets.detect(key, value)).isEmpty();
  }

  @Test
  void randomnessAloneIsNoEvidence() {
    String[] values = {
      Tokens.hex(40),
      Tokens.hex(64),
      Tokens.secretKey(),
      "sha256:" + Tokens.hex(64),
      "MyStateMachineForTheNightlyBillingExport",
      "arn:aws:states:us-east-1:111122223333:x:Y",
      "my-company-prod-terraform-state-eu-west1",
      "6fa459ea-ee8a-3ca4-894e-db77e160355e",
      "ami-0abcdef1234567890",
      "1.2.3-rc.1+build.5",
      "com.acme.security.TokenProvider",
      "MyStackMyBucketF68F3FF01ABCDEF2GHIJ12345",
      "admin@acme.io",
      "db.prod.acme.io",
      "https://acme.io/login?next=/token",
      "VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcw==",
      "ALLOW_USER_PASSWORD_AUTH",
      "ssh-rsa " + Tokens.secretKey(),
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf",
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:proddb1-AbCdEf:password::",
      "{{resolve:secretsmanager:MySecret1:SecretString:password1}}"
    };
    for (String value : values) {
      assertThat(Secrets.detect("Value", value)).as(value).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://u:p@h|p",
        "postgresql://app:Winter2024!@db.acme.io:5432/x|Winter2024!",
        "mysql://root:toor@10.0.0.1/x|toor",
        "mongodb+srv://app:abc123@cluster0.acme.mongodb.net/x|abc123",
        "redis://:hunter2@cache:6379/0|hunter2",
        "amqps://svc:p@ss@mq:5671|p@ss",
        "https://deploy:abc123@git.acme.io/r.git|abc123",
        "jdbc:mysql://db:3306/x?user=app&password=abc123&ssl=true|abc123",
        "Server=db;Database=x;User Id=sa;Password=Abc!123;Encrypt=true|Abc!123",
        "host=db user=app password=abc123 dbname=x|abc123"
      })
  void findsThePasswordOfAConnection(String url, String password) {
    assertThat(Secrets.detect("DATABASE_URL", url))
        .singleElement()
        .satisfies(d -> {
          assertThat(url.substring(d.start(), d.end())).isEqualTo(password);
          assertThat(d.confidence()).isEqualTo(HIGH);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u@h/x", "postgres://u:${var.p}@h", "postgres://u:$PASS@h",
        "postgres://<user>:<password>@h", "https://acme.io:8443/a@b", "postgres://u:{{pw}}@h",
        "postgres://%s:%s@%s/%s", "http://a.b/?x=y:z@w", "redis://cache:6379/0",
        "postgres://u:****@h", "https://acme.io/a:b@c", "Server=db;Integrated Security=true"
      })
  void passesOverConnectionsWithoutAPassword(String url) {
    assertThat(Secrets.detect("DATABASE_URL", url)).isEmpty();
  }
}
