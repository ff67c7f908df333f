package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;
import static dev.postern.secrets.Confidence.MEDIUM;
import static dev.postern.secrets.Tokens.base62;
import static dev.postern.secrets.Tokens.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FormatsTest {

  static Stream<Arguments> tokens() {
    return Stream.of(
        arguments(Kind.GITHUB_TOKEN, HIGH, Tokens.github("p")),
        arguments(Kind.GITHUB_TOKEN, HIGH, Tokens.github("o")),
        arguments(Kind.GITHUB_TOKEN, HIGH, Tokens.github("u")),
        arguments(Kind.GITHUB_TOKEN, HIGH, Tokens.github("s")),
        arguments(Kind.GITHUB_TOKEN, HIGH, Tokens.github("r")),
        arguments(Kind.GITHUB_TOKEN, MEDIUM, "gh" + "p_" + base62(36)),
        arguments(Kind.GITHUB_TOKEN, HIGH, "github" + "_pat_" + base62(22) + "_" + base62(59)),
        arguments(Kind.NPM_TOKEN, HIGH, "np" + "m_" + Tokens.github("p").substring(4)),
        arguments(Kind.NPM_TOKEN, MEDIUM, "np" + "m_" + base62(36)),
        arguments(Kind.GITLAB_TOKEN, HIGH, "gl" + "pat-" + base62(20)),
        arguments(Kind.SLACK_TOKEN, HIGH, "xo" + "xb-123456789012-" + base62(24)),
        arguments(
            Kind.SLACK_WEBHOOK,
            HIGH,
            "hooks.slack.com" + "/services/T0123ABCD/B0123ABCD/" + base62(24)),
        arguments(Kind.STRIPE_KEY, HIGH, "sk" + "_live_" + base62(24)),
        arguments(Kind.STRIPE_KEY, HIGH, "sk" + "-live-" + base62(24)),
        arguments(Kind.STRIPE_KEY, HIGH, "rk" + "_live_" + base62(24)),
        arguments(Kind.STRIPE_KEY, LOW, "sk" + "_test_" + base62(24)),
        arguments(Kind.OPENAI_KEY, HIGH, "sk" + "-" + base62(48)),
        arguments(Kind.OPENAI_KEY, HIGH, "sk" + "-proj-" + base62(48)),
        arguments(Kind.ANTHROPIC_KEY, HIGH, "sk" + "-ant-api03-" + base62(80)),
        arguments(Kind.SENDGRID_KEY, HIGH, "S" + "G." + base62(22) + "." + base62(43)),
        arguments(Kind.TWILIO_KEY, LOW, "S" + "K" + hex(32)),
        arguments(Kind.MAILGUN_KEY, HIGH, "ke" + "y-" + hex(32)),
        arguments(Kind.PYPI_TOKEN, HIGH, "py" + "pi-AgEIcHlwaS5vcmc" + base62(70)),
        arguments(Kind.RUBYGEMS_KEY, HIGH, "rubygems" + "_" + hex(48)),
        arguments(Kind.DOCKER_TOKEN, HIGH, "dckr" + "_pat_" + base62(27)),
        arguments(Kind.DIGITALOCEAN_TOKEN, HIGH, "dop" + "_v1_" + hex(64)),
        arguments(Kind.GOOGLE_KEY, HIGH, "AI" + "za" + base62(35)),
        arguments(Kind.GOOGLE_TOKEN, HIGH, "GOC" + "SPX-" + base62(28)),
        arguments(Kind.SHOPIFY_TOKEN, HIGH, "shp" + "at_" + hex(32)),
        arguments(Kind.SQUARE_TOKEN, HIGH, "sq0" + "atp-" + base62(22)),
        arguments(Kind.TELEGRAM_TOKEN, HIGH, "123456789" + ":AA" + base62(33)),
        arguments(
            Kind.DISCORD_TOKEN,
            HIGH,
            Base64.getEncoder()
                    .encodeToString("123456789012345678".getBytes(StandardCharsets.US_ASCII))
                + ".Gx7aB2."
                + base62(30)),
        arguments(Kind.DATABRICKS_TOKEN, HIGH, "da" + "pi" + hex(32)),
        arguments(Kind.VAULT_TOKEN, HIGH, "hv" + "s." + base62(30)),
        arguments(Kind.TERRAFORM_TOKEN, HIGH, base62(14) + ".atlas" + "v1." + base62(67)),
        arguments(Kind.HUGGING_FACE_TOKEN, HIGH, "h" + "f_" + base62(34)),
        arguments(Kind.AGE_KEY, HIGH, "AGE-SECRET" + "-KEY-1" + Tokens.random(Tokens.UPPER, 58, 3)),
        arguments(Kind.AWS_BEDROCK_KEY, HIGH, "ABSK" + "QmVkcm9ja0FQSUtleS" + base62(100)),
        arguments(Kind.AWS_ACCESS_KEY_ID, LOW, Tokens.accessKeyId()));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void findsATokenAloneAndInText(Kind kind, Confidence confidence, String token) {
    for (String around : new String[] {"%s", "run --x %s now", "\"%s\"", "a='%s';", "(%s)"}) {
      String text = around.formatted(token);
      assertThat(Secrets.scan(text))
          .as(around)
          .singleElement()
          .satisfies(d -> {
            assertThat(d.kind()).isEqualTo(kind);
            assertThat(d.confidence()).isEqualTo(confidence);
            assertThat(text.substring(d.start(), d.end())).isEqualTo(token);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void findsNoTokenInsideALongerWord(Kind kind, Confidence confidence, String token) {
    assertThat(Secrets.scan("x" + token)).noneMatch(d -> d.kind() == kind && d.start() == 1);
  }

  @Test
  void showsOnlyThePublishedPrefix() {
    assertThat(Secrets.scan("sk" + "-live-" + base62(24)).getFirst().mask())
        .isEqualTo("sk" + "-live-…");
    assertThat(Secrets.detect("DB_PASSWORD", "hunter2!").getFirst().mask()).isEqualTo("…");
  }

  @Test
  void passesOverPlaceholders() {
    assertThat(Secrets.scan("gh" + "p_" + "x".repeat(36))).isEmpty();
    assertThat(Secrets.scan("AK" + "IA" + "X".repeat(16))).isEmpty();
    assertThat(Secrets.scan("sk" + "-live-your-key-here")).isEmpty();
    assertThat(Secrets.scan("AI" + "za" + "0".repeat(35))).isEmpty();
  }

  @Test
  void anAccessKeyIdBecomesSureBesideItsSecret() {
    String text = Tokens.accessKeyId() + " " + Tokens.secretKey();
    assertThat(Secrets.scan(text))
        .extracting(Detection::kind, Detection::confidence)
        .containsExactly(tuple(Kind.AWS_ACCESS_KEY_ID, HIGH), tuple(Kind.AWS_SECRET_KEY, HIGH));
  }

  @Test
  void theKeysOfTheAwsManualAreExamples() {
    assertThat(Secrets.detect("AWS_ACCESS_KEY_ID", Tokens.exampleId()))
        .extracting(Detection::confidence)
        .containsExactly(LOW);
    assertThat(Secrets.detect("AWS_SECRET_ACCESS_KEY", Tokens.exampleSecret()))
        .extracting(Detection::confidence)
        .containsExactly(LOW);
    assertThat(Secrets.scan(Tokens.exampleId() + ":" + Tokens.exampleSecret()))
        .hasSize(2)
        .allMatch(d -> d.confidence() == LOW);
  }

  @Test
  void aWebTokenNeedsAHeaderThatDecodes() {
    var url64 = Base64.getUrlEncoder().withoutPadding();
    String header =
        url64.encodeToString(
            "{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII));
    String payload =
        url64.encodeToString("{\"sub\":\"1234567890\"}".getBytes(StandardCharsets.US_ASCII));
    String token = header + "." + payload + "." + base62(43);
    assertThat(Secrets.scan("Bearer " + token))
        .singleElement()
        .satisfies(d -> {
          assertThat(d.kind()).isEqualTo(Kind.JSON_WEB_TOKEN);
          assertThat(d.end() - d.start()).isEqualTo(token.length());
        });
    assertThat(Secrets.scan("eyJ" + base62(20) + ".eyJ" + base62(20) + "." + base62(43))).isEmpty();
  }

  @Test
  void aPrivateKeyIsItsBody() {
    String pem = Tokens.pem("RSA " + "PRIVATE KEY");
    assertThat(Secrets.scan(pem))
        .singleElement()
        .satisfies(d -> {
          assertThat(d.kind()).isEqualTo(Kind.PRIVATE_KEY);
          assertThat(pem.substring(0, d.start())).endsWith("-----\n");
          assertThat(pem.substring(d.end())).startsWith("\n-----END");
        });
    String json =
        "{\"type\": \"service_account\", \"private_key\": \""
            + Tokens.pem("PRIVATE" + " KEY").replace("\n", "\\n")
            + "\"}";
    assertThat(Secrets.scan(json))
        .extracting(Detection::kind)
        .containsExactly(Kind.GOOGLE_SERVICE_ACCOUNT);
    assertThat(Secrets.detect("PRIVATE_KEY", Tokens.pem("EC " + "PRIVATE KEY"))).hasSize(1);
  }

  @Test
  void publicKeysCertificatesAndLoneHeadersAreNone() {
    assertThat(Secrets.scan(Tokens.pem("PUBLIC KEY"))).isEmpty();
    assertThat(Secrets.scan(Tokens.pem("CERTIFICATE"))).isEmpty();
    assertThat(Secrets.scan("grep -r -e '-----BEGIN RSA " + "PRIVATE KEY-----' .")).isEmpty();
    String quoted = "\"-----BEGIN RSA " + "PRIVATE KEY-----\", \"a list of words that goes on\"";
    assertThat(Secrets.scan(quoted.repeat(3))).isEmpty();
  }

  @Test
  void equalValuesHaveEqualFingerprints() {
    String password = "Winter2024!";
    Detection named = Secrets.detect("DB_PASSWORD", password).getFirst();
    Detection inUrl = Secrets.scan("mysql://root:" + password + "@db:3306/x").getFirst();
    assertThat(named.fingerprint()).isEqualTo(inUrl.fingerprint()).hasSize(4);
    assertThat(Secrets.scan(Tokens.github("p")).getFirst().fingerprint()).hasSize(12);
  }
}
