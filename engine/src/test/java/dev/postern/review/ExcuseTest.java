package dev.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcuseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It's only internal | X1",
        "it is only internal | X1",
        "internal only | X1",
        "Only used internally. | X1",
        "internal-only service, behind the VPN | X1",
        "just an internal tool | X1",
        "it's internal | X1",
        "We'll lock it down later | X2",
        "we will restrict this soon | X2",
        "TODO | X2",
        "later | X2",
        "temporary | X2",
        "just temporary | X2",
        "open for now | X2",
        "The app needs those permissions | X3",
        "the application needs full access | X3",
        "lambda needs it to work | X3",
        "our pipeline requires these permissions | X3",
        "The public bucket is intentional | X4",
        "bucket is public by design | X4",
        "intentionally public | X4",
        "this is intentional | X4",
        "SSH is for debugging | X5",
        "we use ssh to debug | X5",
        "needed for debugging | X5",
        "the secrets are encrypted in Lambda | X6",
        "Lambda encrypts them | X6",
        "environment variables are encrypted | X6",
      })
  void isOne(String reason, String id) {
    assertThat(Excuse.in(reason)).hasValueSatisfying(e -> assertThat(e.id()).isEqualTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accepted by the security board in OPS-1234",
        "internal auditors read these logs",
        "only internal auditors may assume the role, and it carries an external id",
        "AWS does not support resource-level permissions for this action",
        "the function needs s3:PutObject below a prefix that the tenant chooses",
        "the migration to the new VPC ends in September",
        "temporary until the migration OPS-12 is done",
        "for now the vendor has no other endpoint, contract ends 2026-10-01",
        "sandbox account without data",
        "debug logs hold no personal data",
        "encrypted with the key of the platform team",
        "public documents that the law makes us publish, served through CloudFront",
        "this is the log bucket",
        "versioning is replaced by replication, see ADR 7",
        "",
      })
  void isNone(String reason) {
    assertThat(Excuse.in(reason)).isEmpty();
  }
}
