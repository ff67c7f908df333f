package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.text.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Templates that pattern matchers get wrong, and the right answer.
final class HardTemplateInputsTest {
  private static final String PLAIN = "database-storage-unencrypted";

  @Test
  void propertiesThatAreAnIfAreBothBranches() {
    String template =
        """
        Parameters:
          Stage: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
        Resources:
          Db:
            Type: AWS::RDS::DBInstance
            Properties: !If
              - IsProd
              - {Engine: postgres, StorageEncrypted: true}
              - {Engine: postgres, StorageEncrypted: %s}
        """;

    assertThat(told(PLAIN, template.formatted("false")))
        .containsExactly("violated " + PLAIN + " Db when Stage = dev");
    assertThat(told(PLAIN, template.formatted("true"))).isEmpty();
  }

  @Test
  void aLoopIsItsResources() {
    assertThat(
            told(
                PLAIN,
                """
                Transform: AWS::LanguageExtensions
                Mappings:
                  Encrypted:
                    Orders: {Is: true}
                    Users: {Is: false}
                Resources:
                  Fn::ForEach::Databases:
                    - Name
                    - [Orders, Users]
                    - ${Name}Db:
                        Type: AWS::RDS::DBInstance
                        Properties:
                          Engine: postgres
                          StorageEncrypted: !FindInMap [Encrypted, !Ref Name, Is]
                """))
        .containsExactly("violated " + PLAIN + " UsersDb");
  }

  @Test
  void whatAMacroMakesIsNotKnown() {
    var example =
        ExampleCloud.read(
            "yaml",
            """
            Resources:
              Db:
                Type: AWS::RDS::DBInstance
                Properties:
                  Engine: postgres
                  Fn::Transform: {Name: Encryption, Parameters: {Key: a}}
            """);

    assertThat(ExampleCloud.told(example, PLAIN)).containsExactly("undecided " + PLAIN + " Db");
    assertThat(example.problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("Encryption"));
  }

  @Test
  void whatSamMakesIsJudged() {
    String template =
        """
        Transform: AWS::Serverless-2016-10-31
        Globals:
          Function: {Runtime: python3.13, Handler: a.b, InlineCode: x%s}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Policies: [%s]
              FunctionUrlConfig: {AuthType: %s}
              Events:
                Get: {Type: Api, Properties: {Path: /a, Method: get%s}}
        """;
    String rules = "public-function-url|broad-managed-policy|function-without-timeout";

    assertThat(told(rules, template.formatted(", Timeout: 30", "AdministratorAccess", "NONE", "")))
        .containsExactlyInAnyOrder(
            "violated broad-managed-policy FRole", "violated public-function-url FUrl");
    assertThat(told(rules, template.formatted("", "", "AWS_IAM", "")))
        .containsExactly("violated function-without-timeout F");
    assertThat(
            told(
                rules,
                template.formatted(
                    ", Timeout: 30",
                    "S3ReadPolicy: {BucketName: b}",
                    "AWS_IAM",
                    ", Auth: {Authorizer: AWS_IAM}")))
        .isEmpty();
  }

  @Test
  void aConnectorGrantsWhatItConnects() {
    assertThat(
            told(
                "wildcard-action|wildcard-resource|allows-whole-service|allows-everything",
                """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: python3.13, Handler: a.b, InlineCode: x}
                    Connectors:
                      Db: {Properties: {Destination: {Id: T}, Permissions: [Read, Write]}}
                  T:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      KeySchema: [{AttributeName: k, KeyType: HASH}]
                      AttributeDefinitions: [{AttributeName: k, AttributeType: S}]
                """))
        .isEmpty();
  }

  @Test
  void theEndpointAndLogsOfAClusterAreChecked() {
    String template =
        """
        Resources:
          Cluster:
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::123456789012:role/eks
              ResourcesVpcConfig:
                SubnetIds: [subnet-1, subnet-2]
                %s
              Logging: {ClusterLogging: {EnabledTypes: [%s]}}
        """;
    String rules = "cluster-endpoint-open-to-world|cluster-without-control-plane-logs";

    assertThat(told(rules, template.formatted("", "{Type: api}")))
        .containsExactlyInAnyOrder(
            "violated cluster-endpoint-open-to-world Cluster",
            "violated cluster-without-control-plane-logs Cluster");
    assertThat(
            told(
                rules,
                template.formatted(
                    "PublicAccessCidrs: [198.51.100.0/24]",
                    "{Type: api}, {Type: audit}, {Type: authenticator}")))
        .doesNotContain("violated cluster-endpoint-open-to-world Cluster");
    assertThat(
            told(
                rules,
                template.formatted(
                    "EndpointPublicAccess: false",
                    "{Type: api}, {Type: audit}, {Type: authenticator}, {Type: scheduler},"
                        + " {Type: controllerManager}")))
        .isEmpty();
  }

  private static List<String> told(String rules, String template) {
    return ExampleCloud.told(ExampleCloud.read("yaml", template), rules);
  }
}
