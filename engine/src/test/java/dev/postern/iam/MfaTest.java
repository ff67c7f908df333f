package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.document.Documents;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MfaTest {
  private static final SomeActions TABLE = new SomeActions();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'Bool': {'aws:MultiFactorAuthPresent': 'true'}; true",
        "'Bool': {'aws:multifactorauthpresent': true}; true",
        "'NumericLessThan': {'aws:MultiFactorAuthAge': '3600'}; true",
        "'BoolIfExists': {'aws:MultiFactorAuthPresent': 'true'}; false",
        "'Bool': {'aws:MultiFactorAuthPresent': 'false'}; false",
        "'Bool': {'aws:SecureTransport': 'true'}; false",
      })
  void asksFor(String condition, boolean asks) {
    var policy =
        Documents.statements(
            "{'Effect': 'Allow', 'Action': 'iam:*', 'Resource': '*', 'Condition': {"
                + condition
                + "}}");

    assertThat(Mfa.isAskedBy(policy.statements().getFirst())).isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'BoolIfExists': {'aws:MultiFactorAuthPresent': 'false'}; true",
        "'Null': {'aws:MultiFactorAuthAge': 'true'}; true",
        "'Bool': {'aws:MultiFactorAuthPresent': 'false'}; false",
        "'BoolIfExists': {'aws:MultiFactorAuthPresent': 'false', 'aws:ViaAWSService': 'false'};"
            + " false",
      })
  void refusedWithout(String condition, boolean refuses) {
    var policy =
        Documents.statements(
            "{'Effect': 'Deny', 'NotAction': 's3:*', 'Resource': '*', 'Condition': {"
                + condition
                + "}}");

    var refused = Mfa.refusedWithout(List.of(policy), TABLE);
    assertThat(refused.contains("iam:PassRole")).isEqualTo(refuses);
    assertThat(refused.contains("s3:GetObject")).isFalse();
  }
}
