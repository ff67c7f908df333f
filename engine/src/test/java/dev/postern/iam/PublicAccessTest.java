package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.document.Documents;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicAccessTest {
  private static final SomeActions TABLE = new SomeActions();
  private static final String OPEN =
      "{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject',"
          + " 'Resource': 'arn:aws:s3:::b/*'}";

  private static Answer isPublic(String statements) {
    return PublicAccess.of(List.of(Documents.statements(statements)), TABLE).isPublic();
  }

  private static Answer under(String condition) {
    return isPublic(OPEN.replace("}", ", 'Condition': {" + condition + "}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'*'; TRUE",
        "{'AWS': '*'}; TRUE",
        "{'AWS': ['arn:aws:iam::111122223333:root', '*']}; TRUE",
        "{'AWS': '111122223333'}; FALSE",
        "{'Service': 'sns.amazonaws.com'}; FALSE",
        "{'AWS': '<var.p>'}; UNKNOWN",
        "{'AWS': 'arn:aws:iam::<var.account>:root'}; FALSE",
      })
  void principals(String principal, Truth expected) {
    Answer answer = isPublic(OPEN.replace("'Principal': '*'", "'Principal': " + principal));

    assertThat(answer.verdict().truth()).isEqualTo(expected);
    assertThat(answer.witness().isPresent()).isEqualTo(expected == Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'StringEquals': {'aws:PrincipalOrgID': 'o-1234567890'}; FALSE",
        "'StringEquals': {'AWS:principalorgid': '<var.org>'}; FALSE",
        "'StringLike': {'aws:PrincipalOrgID': '<var.org>'}; UNKNOWN",
        "'StringEquals': {'aws:PrincipalOrgID': '${aws:ResourceOrgID}'}; FALSE",
        "'ForAllValues:StringEquals': {'aws:PrincipalOrgID': 'o-1234567890'}; TRUE",
        "'ForAllValues:StringEquals': {'aws:PrincipalOrgID': 'o-1234567890'}, 'Null':"
            + " {'aws:PrincipalOrgID': 'false'}; FALSE",
        "'StringEqualsIfExists': {'aws:PrincipalOrgID': 'o-1234567890'}; TRUE",
        "'StringLike': {'aws:PrincipalOrgID': '*'}; TRUE",
        "'StringLike': {'aws:PrincipalArn': '*'}; TRUE",
        "'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*'}; FALSE",
        "'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/admin'}; TRUE",
        "'StringEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}; FALSE",
        "'StringEquals': {'kms:CallerAccount': '111122223333'}; FALSE",
        "'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}; TRUE",
        "'Null': {'aws:SourceVpce': 'false'}; TRUE",
        "'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}; FALSE",
        "'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}; FALSE",
        "'IpAddress': {'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1']}; TRUE",
        "'IpAddress': {'aws:SourceIp': '::/0'}; TRUE",
        "'IpAddress': {'aws:SourceIp': '<var.cidr>'}; UNKNOWN",
        "'Bool': {'aws:SecureTransport': 'true'}; TRUE",
        "'StringEquals': {'aws:ResourceAccount': '111122223333'}; TRUE",
        "'ForAnyValue:StringEquals': {'aws:CalledVia': 'athena.amazonaws.com'}; TRUE",
        "'StringEquals': {'aws:PrincipalTag/team': 'red'}; TRUE",
        "'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:111122223333:*'}; FALSE",
        "'ArnLike': {'aws:SourceArn': 'arn:aws:s3:::*'}; TRUE",
        "'ArnEquals': {'aws:SourceArn': 'arn:aws:s3:::bucket'}; FALSE",
        "'Bool': {'elasticfilesystem:AccessedViaMountTarget': 'true'}; FALSE",
        "'StringEquals': {'unheard:Of': 'x'}; UNKNOWN",
        "'StringEquals': <var.c>; UNKNOWN",
      })
  void conditions(String condition, Truth expected) {
    assertThat(under(condition).verdict().truth()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'Action': '*', 'Resource': '*'; FALSE",
        "'Action': 's3:*', 'Resource': ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'], 'Condition':"
            + " {'StringNotEquals': {'aws:PrincipalOrgID': 'o-1234567890'}}; FALSE",
        "'Action': 's3:*', 'Resource': 'arn:aws:s3:::b/*', 'Condition': {'NotIpAddress':"
            + " {'aws:SourceIp': '203.0.113.0/24'}}; FALSE",
        "'Action': 's3:*', 'Resource': 'arn:aws:s3:::b/secret/*'; TRUE",
        "'Action': 's3:PutObject', 'Resource': '*'; TRUE",
        "'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'false'}};"
            + " TRUE",
        "'Action': '*', 'Resource': '*', 'Condition': {'Null': {'aws:PrincipalOrgID': 'true'}};"
            + " TRUE",
      })
  void denies(String rest, Truth expected) {
    String deny = "{'Effect': 'Deny', 'Principal': '*', " + rest + "}";

    assertThat(isPublic(OPEN + ", " + deny).verdict().truth()).isEqualTo(expected);
    assertThat(isPublic(deny).verdict().truth()).isEqualTo(Truth.FALSE);
  }

  @Test
  void everyoneButSomeIsEveryone() {
    assertThat(
            isPublic(OPEN.replace("'Principal': '*'", "'NotPrincipal': {'AWS': '1'}"))
                .verdict()
                .truth())
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void theReasonIsSaid() {
    Answer answer = under("'ForAllValues:StringEquals': {'aws:PrincipalOrgID': 'o-1234567890'}");

    assertThat(answer.verdict().evidence())
        .extracting(Evidence::fact)
        .containsExactly("everyone", "`ForAllValues` is true for a request without the key");
    assertThat(answer.witness().orElseThrow().action()).isEqualTo("s3:GetObject");
  }
}
