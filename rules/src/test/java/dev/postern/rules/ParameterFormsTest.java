package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the declaration of a parameter without a value excludes.
final class ParameterFormsTest {
  private static String group(String attributes) {
    return """
    Parameters:
      Block: {Type: String, %s}
    Resources:
      Web:
        Type: AWS::EC2::SecurityGroup
        Properties:
          GroupDescription: web
          SecurityGroupIngress:
            - {IpProtocol: "-1", CidrIp: !Ref Block}
    """
        .formatted(attributes);
  }

  private static String role(String parameter) {
    return """
    Parameters:
      Who: {%s}
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement:
              - {Effect: Allow, Principal: {AWS: !Ref Who}, Action: sts:AssumeRole}
    """
        .formatted(parameter);
  }

  private static List<String> told(String template, String rule) {
    return ExampleCloud.told(ExampleCloud.read("yaml", template), rule);
  }

  @Test
  void patternOfASmallBlockIsNeverTheInternet() {
    String pattern = "AllowedPattern: '^(\\d{1,3}\\.){3}\\d{1,3}/(1[6-9]|2[0-8])$'";
    assertThat(told(group(pattern), "every-port-from-internet")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AllowedPattern: '(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}'",
        "AllowedPattern: '(?i)(\\d{1,3}\\.){3}\\d{1,3}/(1[6-9]|2[0-8])'",
        "MinLength: 9, MaxLength: 18",
      })
  void otherFormsMayBeTheInternet(String attributes) {
    assertThat(told(group(attributes), "every-port-from-internet")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Type: String, AllowedPattern: '^[0-9]{12}$'",
        "Type: String, AllowedPattern: 'arn:aws:iam::\\d{12}:role/.+'",
        "Type: String, MinLength: 12",
      })
  void principalsThatCannotBeAStarAreNotEveryone(String parameter) {
    assertThat(told(role(parameter), "role-trusts-anyone")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Type: String", "Type: String, AllowedPattern: '.+'"})
  void otherPrincipalsMayBeEveryone(String parameter) {
    assertThat(told(role(parameter), "role-trusts-anyone")).hasSize(1);
  }

  /// The pattern is about the name in the Parameter Store.
  @Test
  void patternsOfStoredParametersSayNothing() {
    String stored = "Type: 'AWS::SSM::Parameter::Value<String>', AllowedPattern: '[a-z/]+'";
    assertThat(told(role(stored), "role-trusts-anyone")).hasSize(1);
  }
}
