package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.ActionSet;
import dev.postern.policy.document.Documents;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrantsTest {
  private static final SomeActions TABLE = new SomeActions();

  private static Grants grants(String... statements) {
    List<PolicyDocument> documents = Stream.of(statements).map(Documents::statements).toList();
    return Grants.of(documents, TABLE);
  }

  private static List<String> code(Verdict verdict) {
    return verdict.evidence().stream().map(Evidence::origin).map(o -> o.place().text()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}; TRUE",
        "{'Resource': '*', 'Action': ['*'], 'Effect': 'Allow'}; TRUE",
        "{'Effect': 'Allow', 'Action': '*:*', 'Resource': 'arn:aws:*:*:*:*'}; TRUE",
        "{'Effect': 'Allow', 'Action': '**', 'Resource': 'arn:*'}; TRUE",
        "{'Effect': 'Allow', 'NotAction': [], 'Resource': '*'}; TRUE",
        "{'Effect': 'Allow', 'NotAction': 'nosuch:*', 'Resource': '*'}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:aws:s3:::x/*'}; TRUE",
        "{'Effect': 'Allow', 'NotAction': 'iam:*', 'Resource': '*'}; FALSE",
        "{'Effect': 'Allow', 'NotAction': 'iam:*', 'Resource': '*'}, {'Effect': 'Allow', 'Action':"
            + " 'iam:*', 'Resource': '*'}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:s3:::b/*'}; FALSE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action': 'iam:*',"
            + " 'Resource': '*'}; FALSE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action':"
            + " 's3:PutObject', 'Resource': '*'}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action': 'iam:*',"
            + " 'Resource': 'arn:aws:iam::1:role/x'}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action': '*',"
            + " 'Resource': '*', 'Condition': {'BoolIfExists': {'aws:MultiFactorAuthPresent':"
            + " 'false'}}}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Bool':"
            + " {'aws:MultiFactorAuthPresent': 'true'}}}; FALSE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Bool':"
            + " {'aws:SecureTransport': 'true'}}}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'StringLike':"
            + " {'aws:PrincipalArn': '*'}}}; TRUE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': <var.c>}; UNKNOWN",
        "{'Effect': 'Allow', 'Action': '<var.a>', 'Resource': '*'}; UNKNOWN",
        "{'Effect': 'Allow', 'Action': 's3:<var.a>', 'Resource': '*'}; FALSE",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '<var.r>'}; UNKNOWN",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:s3:::<var.r>/*'}; FALSE",
        "{'Effect': '<var.e>', 'Action': '*', 'Resource': '*'}; UNKNOWN",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, <var.statement>; TRUE",
      })
  void everything(String statements, Truth expected) {
    Answer answer = grants(statements).allowsEverything();

    assertThat(answer.verdict().truth()).isEqualTo(expected);
    assertThat(answer.witness().isPresent()).isEqualTo(expected == Truth.TRUE);
    if (expected == Truth.UNKNOWN) {
      assertThat(answer.verdict().evidence()).isNotEmpty();
    }
  }

  @Test
  void policiesCountTogether() {
    Verdict verdict =
        grants(
                "{'Effect': 'Allow', 'NotAction': 'iam:*', 'Resource': '*'}",
                "{'Effect': 'Allow', 'Action': ['iam:*', 's3:GetObject'], 'Resource': '*'}")
            .allowsEverything()
            .verdict();

    assertThat(verdict).isInstanceOf(Verdict.Yes.class);
    assertThat(code(verdict))
        .containsExactly("\"iam:*\"", "\"*\"", "\"iam:*\"", "\"s3:GetObject\"", "\"*\"");
  }

  @Test
  void theMostSpecificPlaceIsShown() {
    Verdict verdict =
        grants("{'Effect': 'Allow', 'Action': ['s3:GetObject', '*'], 'Resource': ['*']}")
            .allowsEverything()
            .verdict();

    assertThat(code(verdict)).containsExactly("\"*\"", "\"*\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "s3; {'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}; TRUE",
        "s3; {'Effect': 'Allow', 'Action': 'S3:*', 'Resource': 'arn:aws:s3:::*'}; TRUE",
        "s3; {'Effect': 'Allow', 'Action': 's3:*', 'Resource': ['arn:aws:s3:::b',"
            + " 'arn:aws:s3:::b/*']}; FALSE",
        "s3; {'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:<p>:s3:::*'}; TRUE",
        "s3; {'Effect': 'Allow', 'Action': ['s3:Get*', 's3:Put*'], 'Resource': '*'}, {'Effect':"
            + " 'Allow', 'Action': 's3:List*', 'Resource': '*'}; TRUE",
        "s3; {'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}, {'Effect': 'Deny', 'Action':"
            + " 's3:Put*', 'Resource': '*'}; FALSE",
        "cloudwatch; {'Effect': 'Allow', 'Action': 'cloudwatch:*', 'Resource': '*'}; FALSE",
        "lambda; {'Effect': 'Allow', 'Action': 'lambda:*', 'Resource':"
            + " 'arn:aws:lambda:<AWS::Region>:<AWS::AccountId>:function:*'}; FALSE",
        "lambda; {'Effect': 'Allow', 'Action': 'lambda:*', 'Resource':"
            + " 'arn:aws:lambda:*:<AWS::AccountId>:*'}; TRUE",
      })
  void wholeServices(String service, String statements, Truth expected) {
    assertThat(grants(statements).allowsService(service).verdict().truth()).isEqualTo(expected);
  }

  @Test
  void conditionsCanBeAssumed() {
    Grants grants =
        grants(
            "{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
                + " 'Condition': {'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}}}");

    assertThat(grants.allowsEverything().verdict()).isInstanceOf(Verdict.No.class);
    assertThat(grants.allowsEverything().verdict().evidence())
        .extracting(Evidence::fact)
        .containsExactly("only where `aws:SourceIp` is as asked here");
    assertThat(grants.assumingConditions().allowsEverything().verdict())
        .isInstanceOf(Verdict.Yes.class);
  }

  @Test
  void witnessesAreRequests() {
    var witness =
        grants("{'Effect': 'Allow', 'Action': 's3:G*', 'Resource': '*'}")
            .grantsAny(ActionSet.matching(TABLE, "s3:*"), Scope.EVERY)
            .witness()
            .orElseThrow();

    assertThat(witness.action()).isEqualTo("s3:GetObject");
    assertThat(witness.resource()).isEqualTo("arn:aws:s3:::example/example");
  }

  @Test
  void aDenyOfTheSameNarrowResourcesIsTakenOff() {
    String allow = "{'Effect': 'Allow', 'Action': 'iam:*', 'Resource': 'arn:aws:iam::1:role/a*'}";
    String deny =
        "{'Effect': 'Deny', 'Action': 'iam:PassRole', 'Resource': 'arn:aws:iam::*:role/*'}";
    var pass = ActionSet.matching(TABLE, "iam:PassRole");

    assertThat(grants(allow).grantsAll(pass, Scope.MANY).verdict().truth()).isEqualTo(Truth.TRUE);
    assertThat(grants(allow, deny).grantsAll(pass, Scope.MANY).verdict().truth())
        .isEqualTo(Truth.FALSE);
  }
}
