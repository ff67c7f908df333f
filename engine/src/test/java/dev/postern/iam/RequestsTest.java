package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.document.Documents;
import dev.postern.policy.document.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestsTest {
  private static final SomeActions TABLE = new SomeActions();

  @ParameterizedTest
  @CsvSource({
    "*, iam:AttachRolePolicy",
    "iam:C*, iam:CreateAccessKey",
    "s3:*, s3:PutObject",
    "s3:?et*, s3:GetObject",
    "s3:List*, s3:ListAllMyBuckets",
    "lambda:*, lambda:CreateFunction"
  })
  void showTheActionThatHarmsMost(String pattern, String shown) {
    Statement statement =
        Documents.statements(
                "{'Effect': 'Allow', 'Action': '%s', 'Resource': '*'}".formatted(pattern))
            .statements()
            .getFirst();

    assertThat(Requests.of(statement, TABLE).action()).isEqualTo(shown);
  }
}
