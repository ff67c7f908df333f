package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.finding.Secrets;
import dev.postern.finding.Status;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One defect of an IAM policy is one finding, over all rules.
final class OneDefectTest {
  private static final String ROLE =
      """
      Resources:
        R:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: {Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: ec2.amazonaws.com}}
      """;

  private static final String INLINE =
      """
            Policies:
              - PolicyName: p
                PolicyDocument:
                  Version: 2012-10-17
                  Statement: {Effect: Allow, %s}
      """;

  private static final String MANAGED =
      """
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/%s']
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Action: '*', Resource: '*' | allows-everything",
        "Action: '*:*', Resource: 'arn:aws:*:*:*:*' | allows-everything",
        "NotAction: 'aws-portal:*', Resource: '*' | allows-everything",
        "Action: '*', NotResource: 'arn:aws:s3:::x' | allows-everything",
        "Action: 'iam:*', Resource: '*' | allows-iam-modification",
        "Action: ['iam:*', 'lambda:*'], Resource: '*' | allows-iam-modification",
        "Action: 'iam:AttachRolePolicy', Resource: '*' | allows-iam-modification",
        "NotAction: 'iam:*', Resource: '*' | not-action-allow",
        "Action: 's3:*', Resource: '*' | allows-whole-service",
        "Action: 's3:*', Resource: 'arn:aws:s3:::*' | allows-whole-service",
        "Action: ['iam:PassRole', 'lambda:CreateFunction'], Resource: '*' | privilege-escalation",
        "Action: 'sts:AssumeRole', Resource: '*' | privilege-escalation",
        "Action: 'iam:PassRole', Resource: '*' | passes-any-role",
        "Action: 'kms:Decrypt', Resource: '*' | sensitive-without-condition",
        "Action: 's3:PutObject', Resource: '*' | wildcard-resource",
        "Action: 's3:*', Resource: 'arn:aws:s3:::x/*' | wildcard-action",
        "Action: '*', Resource: 'arn:aws:s3:::x/*' | wildcard-action",
        "Action: ['s3:*', 'dynamodb:*', 'rds:*'], Resource: '*' | allows-whole-service",
        "Action: ['s3:*', 'sqs:*', 'sns:*'], Resource: 'arn:aws:s3:::x/*' | wildcard-action",
      })
  void inlineInRole(String statement, String rule) {
    assertThat(rules(ROLE + INLINE.formatted(statement))).containsExactly(rule);
  }

  @Test
  void whatIsWiderThanAnotherDefectOfTheStatementIsToldToo() {
    String mixed = "Action: ['s3:*', 'sqs:*'], Resource: ['arn:aws:s3:::*', 'arn:aws:sqs:*:*:q']";

    assertThat(rules(ROLE + INLINE.formatted(mixed)))
        .containsExactly("allows-whole-service", "wildcard-action");
  }

  @ParameterizedTest
  @CsvSource({"AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "AmazonS3FullAccess"})
  void attachedToRole(String policy) {
    assertThat(rules(ROLE + MANAGED.formatted(policy))).containsExactly("broad-managed-policy");
  }

  @Test
  void attachedToGroupAndUser() {
    String admin = MANAGED.formatted("AdministratorAccess");
    String group = "Resources:\n  G:\n    Type: AWS::IAM::Group\n    Properties:\n" + admin;
    String user = "Resources:\n  U:\n    Type: AWS::IAM::User\n    Properties:\n" + admin;

    assertThat(rules(group)).containsExactly("broad-managed-policy");
    assertThat(rules(user)).containsExactly("broad-managed-policy");
  }

  @Test
  void policyOfAGroupWithAUser() {
    String template =
        """
        Resources:
          U: {Type: AWS::IAM::User, Properties: {Groups: [!Ref G]}}
          G: {Type: AWS::IAM::Group}
          P:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: p
              Groups: [!Ref G]
              PolicyDocument: {Statement: {Effect: Allow, Action: '*', Resource: '*'}}
        """;

    assertThat(rules(template)).containsExactly("allows-everything");
  }

  @Test
  void policyThatIsWrittenAsAString() {
    String template =
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: !Sub '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}'
        """;

    assertThat(rules(template)).containsExactly("allows-everything");
  }

  @Test
  void inlineInUserIsAlsoInline() {
    String user = "Resources:\n  U:\n    Type: AWS::IAM::User\n    Properties:\n";
    String all = INLINE.formatted("Action: '*', Resource: '*'");

    assertThat(rules(user + all)).containsExactly("allows-everything", "user-inline-policy");
  }

  @Test
  void terraform() {
    String role = "resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = \"{}\"\n}\n";
    String inline =
        """
        resource "aws_iam_role_policy" "p" {
          role   = aws_iam_role.r.id
          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
        }
        """;
    String attached =
        """
        resource "aws_iam_role_policy_attachment" "a" {
          role       = aws_iam_role.r.name
          policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }
        """;

    assertThat(rules("hcl", role + inline)).containsExactly("allows-everything");
    assertThat(rules("hcl", role + attached)).containsExactly("broad-managed-policy");
  }

  private static List<String> rules(String template) {
    return rules("yaml", template);
  }

  private static List<String> rules(String language, String text) {
    var settings =
        new Settings(
            "test",
            LocalDate.of(2026, 1, 1),
            Severity.HIGH,
            List.of(),
            List.of(),
            List.of(),
            true,
            Settings.Foreign.MATCHED,
            new Secrets(_ -> List.of()));
    var example = ExampleCloud.read(language, text);
    return new Reviewer(new BuiltIn(), settings)
        .review(example.cloud(), ExampleCloud.COVERAGE, example.problems()).findings().stream()
            .filter(finding -> finding.status() != Status.SUPPRESSED)
            .map(Finding::rule)
            .toList();
  }
}
