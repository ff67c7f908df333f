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
