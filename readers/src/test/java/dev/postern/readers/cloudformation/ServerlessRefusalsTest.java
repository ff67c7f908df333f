package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is told of templates that SAM refuses, foremost where it is about who may call.
final class ServerlessRefusalsTest {
  private static final String SAM = "Transform: AWS::Serverless-2016-10-31\n";

  /// A function with more properties, which begin at 8:7.
  private static Reading function(String more) {
    return Shown.read(
        SAM
            + """
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: x.y
                  Runtime: python3.13
            """
            + more.indent(6)
            + "      InlineCode: x\n");
  }

  private static Reading event(String event) {
    return function("Events:\n  E: " + event);
  }

  /// An API with an `Auth`, and one event of a function.
  private static Reading api(String type, String auth, String event) {
    boolean isRest = type.equals("Api");
    return Shown.read(
        SAM
            + """
            Resources:
              A:
                Type: AWS::Serverless::%s
                Properties: {StageName: v, Auth: %s}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: x.y
                  InlineCode: x
                  Runtime: python3.13
                  Events:
                    E:
                      Type: %s
                      Properties: {%s: !Ref A, Path: /x, Method: get, Auth: %s}
            """
                .formatted(type, auth, type, isRest ? "RestApiId" : "ApiId", event));
  }

  private static Reading definition(String body) {
    return Shown.read(
        SAM
            + """
            Resources:
              A:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: v
                  Auth: {DefaultAuthorizer: AWS_IAM}
                  DefinitionBody: %s
            """
                .formatted(body));
  }

  private static void isError(Reading reading, String... messages) {
    assertThat(Shown.problems(reading)).containsExactly(messages);
    assertThat(Shown.hasErrors(reading)).isTrue();
  }

  private static void isWarning(Reading reading, String... messages) {
    assertThat(Shown.problems(reading)).containsExactly(messages);
    assertThat(Shown.hasErrors(reading)).isFalse();
  }

  @Test
  void tellsOfUrlsThatDoNotSayWhoMayCall() {
    isError(
        function("FunctionUrlConfig: {InvokeMode: BUFFERED}"),
        "8:26 `AWS::Serverless::Function` lacks `FunctionUrlConfig.AuthType`, which SAM requires");
    isError(
        function("FunctionUrlConfig: {AuthType: IAM}"),
        "8:37 `AWS::Serverless::Function` takes `AWS_IAM` or `NONE` for"
            + " `FunctionUrlConfig.AuthType`");
    isError(
        function("FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigin: ['*']}}"),
        "8:66 `AWS::Serverless::Function` has no property `FunctionUrlConfig.Cors.AllowOrigin`,"
            + " did you mean `AllowOrigins`?",
        "8:53 `AWS::Lambda::Url` has no property `Cors.AllowOrigin`, did you mean `AllowOrigins`?");
    assertThat(Shown.problems(function("FunctionUrlConfig: {AuthType: AWS_IAM}"))).isEmpty();
  }

  @Test
  void tellsOfEntriesThatAreNoPolicies() {
    Reading reading =
        function("Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow}}}]");

    isError(reading, "8:18 entry of `Policies` has no `Statement` and is no policy template");
    assertThat(Shown.of(Shown.resource(reading, "FRole").at("Policies").value()))
        .contains("PolicyDocument=<Policies>");
    isError(
        function("Role: {A: b}"),
        "8:13 `AWS::Serverless::Function` takes a string for `Role`",
        "8:13 `AWS::Lambda::Function` takes a string for `Role`");
  }

  @Test
  void tellsOfAuthorizersThatAreTakenAwayFromNothing() {
    isError(
        api("Api", "{}", "{Authorizer: NONE}"),
        "15:85 API has no default authorizer, which `NONE` takes away");
    isError(
        api("HttpApi", "{}", "{Authorizer: NONE}"),
        "15:81 API has no default authorizer, which `NONE` takes away");
    assertThat(Shown.problems(api("Api", "{DefaultAuthorizer: AWS_IAM}", "{Authorizer: NONE}")))
        .isEmpty();
  }

  @Test
  void takesIamInHttpApisOnlyWhereItIsEnabled() {
    isError(api("HttpApi", "{}", "{Authorizer: AWS_IAM}"), "15:81 API has no authorizer `AWS_IAM`");
    assertThat(
            Shown.problems(api("HttpApi", "{EnableIamAuthorizer: true}", "{Authorizer: AWS_IAM}")))
        .isEmpty();
    assertThat(Shown.problems(api("Api", "{}", "{Authorizer: AWS_IAM}"))).isEmpty();
  }

  @Test
  void tellsOfResourcePoliciesOfTheWrongKind() {
    isError(
        api("Api", "{ResourcePolicy: deny}", "{}"),
        "5:55 `AWS::Serverless::Api` takes a map for `Auth.ResourcePolicy`");
    isError(
        api("Api", "{ResourcePolicy: {SourceVpcWhitelist: [!Ref F]}}", "{}"),
        "5:76 `AWS::Serverless::Api` takes strings that refer to nothing for"
            + " `Auth.ResourcePolicy.SourceVpcWhitelist`");
    isError(
        api("Api", "{}", "{ResourcePolicy: deny}"),
        "15:89 `AWS::Serverless::Function` takes a map for"
            + " `Events.E.Properties.Auth.ResourcePolicy`",
        "15:89 `Api` event takes a map for `Auth.ResourcePolicy`");
  }

  @Test
  void tellsOfDefinitionsThatCannotBeRead() {
    String paths = "paths: {/x: {get: {x-amazon-apigateway-integration: {}, security: a}}}";
    isError(
        definition("{swagger: 2.0, " + paths + "}"),
        "8:104 `paths./x.get.security` of an OpenAPI definition is no list; who may call is not"
            + " reviewed");
    isError(
        definition("{swagger: 2.0, paths: {}, securityDefinitions: [a]}"),
        "8:70 `securityDefinitions` of an OpenAPI definition is no map; who may call is not"
            + " reviewed");
    isError(
        definition("{swagger: 2.0, paths: {/x: , /y: {get: b}}}"),
        "8:49 `paths./x` of an OpenAPI definition is no map; who may call is not reviewed",
        "8:62 `paths./y.get` of an OpenAPI definition is no map; who may call is not reviewed");
  }

  @Test
  void tellsOfGlobalsThatSamDoesNotKnow() {
    String rest = "Resources: {B: {Type: AWS::S3::Bucket}}\n";
    isError(
        Shown.read(SAM + "Globals: {Api: {StageName: v}}\n" + rest),
        "2:28 `Globals` has no property `Api.StageName`");
    isError(
        Shown.read(SAM + "Globals: {Functon: {Timeout: 3}}\n" + rest),
        "2:20 `Globals` has no property `Functon`, did you mean `Function`?");
    isError(Shown.read(SAM + "Globals: [a]\n" + rest), "2:10 `Globals` is no map of properties");
  }

  @Test
  void countsWhatGlobalsGive() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Globals:
                  Function: {Handler: x.y, Runtime: python3.13, AutoPublishAlias: live}
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    IgnoreGlobals: [Tracing]
                    Properties: {InlineCode: x, VersionDeletionPolicy: Delete}
                """);

    isError(reading, "7:21 `Globals` has no `Tracing` to ignore");
  }

  @Test
  void tellsOfPropertiesThatSamRequiresOrRefuses() {
    String function = "`AWS::Serverless::Function` ";
    isWarning(
        Shown.read(
            SAM
                + "Resources: {F: {Type: AWS::Serverless::Function, Properties: {InlineCode:"
                + " x}}}\n"),
        "2:13 " + function + "lacks `Handler`, which SAM requires",
        "2:13 " + function + "lacks `Runtime`, which SAM requires");
    isWarning(
        function("PackageType: Image"),
        "6:16 " + function + "takes no `Handler` here",
        "7:16 " + function + "takes no `Runtime` here");
    isWarning(
        function("VersionDeletionPolicy: Keep"),
        "8:30 " + function + "takes `Delete` or `Retain` for `VersionDeletionPolicy`",
        "8:30 " + function + "takes `VersionDeletionPolicy` only with `AutoPublishAlias`");
    isWarning(
        function("CapacityProviderConfig: {Arn: a}\nVpcConfig: {}"),
        "8:31 " + function + "takes `CapacityProviderConfig` only without `VpcConfig`");
    isWarning(
        function("AutoPublishAlias: a b"),
        "8:25 " + function + "takes no `AutoPublishAlias` of this form");
    isWarning(
        function("DeploymentPreference: {Type: AllAtOnce}"),
        "8:29 `DeploymentPreference` shifts traffic of an alias, and there is no"
            + " `AutoPublishAlias`");
  }

  @Test
  void tellsOfEventsThatSamRefuses() {
    isWarning(
        event("{Type: SQS, Properties: {}}"), "9:36 `SQS` event lacks `Queue`, which SAM requires");
    isWarning(
        event("{Type: Schedule, Properties: {Schedule: rate(1 day), DeadLetterConfig: {}}}"),
        "9:83 `Schedule` event requires `DeadLetterConfig.Arn` or `DeadLetterConfig.Type`");
    String sources = "[{Type: BASIC_AUTH, URI: a}, {Type: BASIC_AUTH, URI: b}]";
    isWarning(
        event("{Type: MQ, Properties: {Broker: b, SourceAccessConfigurations: " + sources + "}}"),
        "9:75 `MQ` event takes exactly one element of `BASIC_AUTH` for"
            + " `SourceAccessConfigurations`");
  }

  @Test
  void tellsOfReferencesToWhatSamDoesNotMake() {
    String outputs = "Outputs: {O: {Value: !GetAtt FRole.Arn}}\n";
    Reading reading = function("Environment: {Variables: {A: !Ref FRolle, B: !Ref FRole}}\n");

    isError(reading, "8:36 `FRolle` is no resource, and SAM makes none of this name");
    assertThat(Shown.of(Shown.resource(reading, "F").at("Environment").value()))
        .contains("A=<FRolle>")
        .contains("FRole");
    assertThat(Shown.problems(Shown.read(SAM + outputs + "Resources: {FRole: {Type: X::Y::Z}}")))
        .isEmpty();
  }

  @Test
  void letsFunctionsReplaceWhatIsGlobal() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Parameters:
                  P: {Type: String}
                Conditions:
                  C: !Equals [!Ref P, a]
                Globals:
                  Function:
                    Environment:
                      Variables: !If [C, {A: 1}, {B: 1}]
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: x.y
                      InlineCode: x
                      Runtime: python3.13
                      Environment:
                        Variables: !If [C, {D: 1}, {E: 1}]
                """,
            Map.of("P", "a"));

    assertThat(Shown.of(Shown.resource(reading, "F").at("Environment").value()))
        .isEqualTo("(Variables=(D=#1))");
    assertThat(List.copyOf(Shown.problems(reading))).isEmpty();
  }
}
