package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.document.Documents;
import dev.postern.value.Truth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustTest {
  private static final String GITHUB = "token.actions.githubusercontent.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'StringEquals': {'HOST:aud': 'sts.amazonaws.com'}; TRUE",
        "'StringLike': {'HOST:sub': 'repo:acme/shop:*'}; FALSE",
        "'StringLike': {'HOST:sub': 'repo:acme/*'}; FALSE",
        "'StringLike': {'HOST:sub': 'repo:*'}; TRUE",
        "'StringLike': {'HOST:sub': '*'}; TRUE",
        "'StringLike': {'HOST:sub': 'repo:<var.org>/x:*'}; UNKNOWN",
        "'StringEquals': {'HOST:sub': 'repo:<var.org>/x:ref:refs/heads/main'}; FALSE",
        "'ForAllValues:StringLike': {'HOST:sub': 'repo:acme/*'}; TRUE",
        "'StringLike': <var.c>; UNKNOWN",
      })
  void pipelines(String condition, Truth strangers) {
    var trust =
        Documents.statements(
            ("{'Effect': 'Allow', 'Action': 'sts:AssumeRoleWithWebIdentity',"
                    + " 'Principal': {'Federated': 'arn:aws:iam::111122223333:oidc-provider/HOST'},"
                    + " 'Condition': {"
                    + condition
                    + "}}")
                .replace("HOST", GITHUB));

    assertThat(Federation.admitsStrangers(trust).truth()).isEqualTo(strangers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "sns.amazonaws.com; {}; TRUE",
        "sns.amazonaws.com; {'StringEquals': {'aws:SourceAccount': '111122223333'}}; FALSE",
        "sns.amazonaws.com; {'ArnLike': {'aws:SourceArn': '<var.arn>'}}; FALSE",
        "sns.amazonaws.com; {'ArnLike': {'aws:SourceArn': '*'}}; TRUE",
        "sns.amazonaws.com; {'Bool': {'aws:SecureTransport': 'true'}}; TRUE",
        "ec2.amazonaws.com; {}; FALSE",
      })
  void deputies(String service, String condition, Truth confused) {
    var policy =
        Documents.statements(
            "{'Effect': 'Allow', 'Action': 'x:Y', 'Principal': {'Service': '"
                + service
                + "'},"
                + " 'Condition': "
                + condition
                + "}");

    assertThat(Exposure.confusedDeputy(policy).truth()).isEqualTo(confused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "arn:aws:iam::444455556666:root; FALSE",
        "444455556666; FALSE",
        "arn:aws:iam::111122223333:root; TRUE",
        "arn:aws:iam::111122223333:role/x; TRUE",
        "arn:aws:iam::<AWS::AccountId>:root; TRUE",
        "arn:aws:iam::<var.account>:root; UNKNOWN",
      })
  void ownAccount(String principal, Truth own) {
    var policy =
        Documents.statements(
            "{'Effect': 'Allow', 'Action': 'x:Y', 'Principal': {'AWS': '" + principal + "'}}");

    assertThat(Exposure.accounts(policy, Optional.of("111122223333")))
        .extracting(Exposure.NamedAccount::isOwn)
        .containsExactly(own);
  }
}
