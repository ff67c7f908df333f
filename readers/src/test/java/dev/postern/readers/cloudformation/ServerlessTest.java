package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Resource;
import dev.postern.readers.source.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What SAM makes of a template, and what is told of what it cannot make.
final class ServerlessTest {
  private static final String SAM = "Transform: AWS::Serverless-2016-10-31\n";

  private static List<String> made(Reading reading) {
    return reading.resources().stream()
        .filter(r -> !r.isRemainder())
        .map(r -> r.address() + " " + r.type().substring("AWS::".length()))
        .toList();
  }

  private static String body(Reading reading, String api) {
    return Shown.of(Shown.resource(reading, api).at("Body").value());
  }

  /// An API with one method, whose `Auth` is `ofApi` and that of its event `ofEvent`.
  private static Reading api(String ofApi, String ofEvent) {
    return Shown.read(
        SAM
            + """
            Parameters:
              P: {Type: String}
              S: {Type: String, AllowedValues: [a, b]}
            Conditions:
              C: !Equals [!Ref S, a]
            Resources:
              A:
                Type: AWS::Serverless::Api
                Properties: {StageName: v1, Auth: %s}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  InlineCode: x
                  Handler: x.y
                  Runtime: python3.13
                  Events:
                    Get:
                      Type: Api
                      Properties: {RestApiId: !Ref A, Path: /x, Method: get, Auth: %s}
            """
                .formatted(ofApi, ofEvent));
  }

  @Test
  void makesAnApiForEventsThatNameNone() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      InlineCode: x
                      Handler: x.y
                      Runtime: python3.13
                      Events:
                        Get: {Type: Api, Properties: {Path: /x, Method: get}}
                """);

    assertThat(made(reading))
        .containsExactlyInAnyOrder(
            "F Lambda::Function",
            "FRole IAM::Role",
            "FGetPermissionProd Lambda::Permission",
            "ServerlessRestApi ApiGateway::RestApi",
            "ServerlessRestApiDeployment ApiGateway::Deployment",
            "ServerlessRestApiProdStage ApiGateway::Stage");
    assertThat(body(reading, "ServerlessRestApi")).contains("/x=(get=(").doesNotContain("security");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void requiresTheDefaultAuthorizer() {
    Reading reading = api("{DefaultAuthorizer: AWS_IAM}", "{}");

    assertThat(body(reading, "A")).contains("security=[(AWS_IAM=[])]");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void leavesOpenWhoMayCallWhereThatIsNotKnown() {
    for (String auth : List.of("!If [C, {ApiKeyRequired: true}, !Ref AWS::NoValue]", "!Ref P")) {
      assertThat(body(api(auth, "{}"), "A")).contains("security=<");
      assertThat(body(api("{}", auth), "A")).contains("security=<");
    }
    for (String key : List.of("DefaultAuthorizer: !Ref P", "ApiKeyRequired: !Ref P")) {
      Reading reading = api("{" + key + "}", "{}");

      assertThat(body(reading, "A")).contains("security=<parameter P>");
      assertThat(Shown.problems(reading))
          .containsExactly(
              "10:"
                  + (key.startsWith("D") ? 59 : 56)
                  + " `Auth` of `A` is decided by what is not known; what SAM makes of it is not"
                  + " reviewed");
      assertThat(Shown.hasErrors(reading)).isTrue();
    }
  }

  @Test
  void tellsOfAnAuthorizerThatTheApiDoesNotHave() {
    assertThat(Shown.problems(api("{}", "{Authorizer: Mine}")))
        .containsExactly("20:85 API has no authorizer `Mine`");
  }

  @Test
  void tellsOfMisspeltProperties() {
    assertThat(Shown.problems(api("{DefaultAuthoriser: AWS_IAM}", "{}")))
        .containsExactly(
            "10:40 `AWS::Serverless::Api` has no property `Auth.DefaultAuthoriser`, did you mean"
                + " `DefaultAuthorizer`?");
  }

  @Test
  void tellsOfWhatItDoesNotTranslate() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Resources:
                  G: {Type: AWS::Serverless::Nothing, Properties: {SchemaInline: x}}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      InlineCode: x
                      Handler: x.y
                      Runtime: python3.13
                      Policies: [{NoSuchPolicy: {A: b}}]
                      Events:
                        E: {Type: Nothing, Properties: {}}
                """);

    assertThat(Shown.problems(reading))
        .containsExactlyInAnyOrder(
            "3:3 `G` of type `AWS::Serverless::Nothing` is not translated; what SAM makes of it"
                + " is not reviewed",
            "10:18 policy template `NoSuchPolicy` is not known",
            "12:40 event type `Nothing` is not translated");
    assertThat(Shown.of(Shown.resource(reading, "FRole").at("Policies").value()))
        .contains("PolicyDocument=<NoSuchPolicy>");
  }

  @Test
  void findsThePathOfManagedPolicies() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      InlineCode: x
                      Handler: x.y
                      Runtime: python3.13
                      Policies: [AmazonAPIGatewayPushToCloudWatchLogs, Mine]
                """,
            Map.of("AWS::Region", "cn-north-1"));

    assertThat(Shown.of(Shown.resource(reading, "FRole").at("ManagedPolicyArns").value()))
        .isEqualTo(
            "[arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole,"
                + " arn:aws-cn:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs,"
                + " Mine]");
  }

  @Test
  void givesConnectorsTheirConditions() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Parameters:
                  S: {Type: String, AllowedValues: [a, b]}
                Conditions:
                  C: !Equals [!Ref S, a]
                Resources:
                  T: {Type: AWS::Serverless::SimpleTable}
                  F:
                    Type: AWS::Serverless::Function
                    Connectors:
                      ToTable:
                        Condition: C
                        Properties: {Destination: {Id: T}, Permissions: [Read]}
                    Properties: {InlineCode: x, Handler: x.y, Runtime: python3.13}
                """);

    Resource policy = Shown.resource(reading, "FToTablePolicy");
    assertThat(policy.when()).hasToString("[S = a]");
    assertThat(Shown.of(policy.at("Roles").value())).isEqualTo("[@FRole.Ref]");
    assertThat(Shown.of(policy.at("PolicyDocument").value())).contains("Resource=[@T.Arn");
  }

  @Test
  void keepsTheResourcesOfNestedStacksApart() {
    String inner =
        SAM
            + """
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  InlineCode: x
                  Handler: x.y
                  Runtime: python3.13
                  AutoPublishAlias: live
                  Events:
                    Get: {Type: Api, Properties: {Path: /x, Method: get}}
            Outputs:
              Alias: {Value: !Ref F.Alias}
            """;
    String outer =
        """
        Resources:
          One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}
          Two: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}
        """;
    Reading reading =
        Shown.readAmong(Map.of("outer.yaml", outer, "inner.yaml", inner), "outer.yaml");

    assertThat(made(reading))
        .contains(
            "One/ServerlessRestApi ApiGateway::RestApi",
            "Two/ServerlessRestApi ApiGateway::RestApi",
            "Two/FAliaslive Lambda::Alias");
    assertThat(body(reading, "Two/ServerlessRestApi")).contains("@Two/FAliaslive.Ref");
  }

  @Test
  void refersToWhatIsMadeBeside() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      InlineCode: x
                      Handler: x.y
                      Runtime: python3.13
                      AutoPublishAlias: live
                  R:
                    Type: Custom::R
                    Properties: {A: !Ref F.Alias, V: !GetAtt F.Version.Version, N: !GetAtt F.Nope}
                """);

    Resource custom = Shown.resource(reading, "R");
    assertThat(Shown.of(custom.at("A").value())).isEqualTo("@FAliaslive.Ref");
    assertThat(Shown.of(custom.at("V").value())).matches("@FVersion\\w*\\.Version");
    assertThat(Shown.problems(reading))
        .containsExactly("12:68 `AWS::Serverless::Function` gives no attribute `Nope`");
  }

  @Test
  void keepsDynamicReferences() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      InlineCode: x
                      Handler: x.y
                      Runtime: python3.13
                      KmsKeyArn: '{{resolve:ssm:key}}'
                      Description: '{x'
                """);

    Resource function = Shown.resource(reading, "F");
    assertThat(Shown.of(function.at("KmsKeyArn").value())).doesNotContain("()");
    assertThat(Shown.of(function.at("Description").value())).isEqualTo("{x");
    assertThat(Shown.problems(reading)).isEmpty();
  }
}
