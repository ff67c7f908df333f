package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What SAM makes of WebSocket and GraphQL APIs, and who may call them.
final class ServerlessApisTest {
  private static final String SAM = "Transform: AWS::Serverless-2016-10-31\n";

  private static List<String> made(Reading reading) {
    return reading.resources().stream()
        .filter(r -> !r.isRemainder())
        .map(r -> r.address() + " " + r.type().substring("AWS::".length()))
        .toList();
  }

  private static String property(Reading reading, String id, String property) {
    return Shown.of(Shown.resource(reading, id).at(property).value());
  }

  /// A WebSocket API with the routes `$connect` and `send`.
  private static Reading socket(String auth) {
    return Shown.read(
        SAM
            + """
            Parameters:
              P: {Type: String}
            Resources:
              S:
                Type: AWS::Serverless::WebSocketApi
                Properties:
                  RouteSelectionExpression: $request.body.action
                  StageName: live
                  Auth: %s
                  Routes:
                    $connect: {FunctionArn: !GetAtt F.Arn}
                    send: {FunctionArn: !GetAtt F.Arn, IntegrationTimeout: 900}
              F:
                Type: AWS::Lambda::Function
                Properties:
                  Code: {ZipFile: x}
                  Handler: x.y
                  Role: arn:aws:iam::111122223333:role/r
                  Runtime: python3.13
            """
                .formatted(auth));
  }

  @Test
  void makesARouteAnIntegrationAndAPermissionOfEachRoute() {
    Reading reading = socket("{AuthType: AWS_IAM}");

    assertThat(made(reading))
        .containsExactlyInAnyOrder(
            "F Lambda::Function",
            "S ApiGatewayV2::Api",
            "SConnectIntegration ApiGatewayV2::Integration",
            "SConnectPermission Lambda::Permission",
            "SConnectRoute ApiGatewayV2::Route",
            "SSendIntegration ApiGatewayV2::Integration",
            "SSendPermission Lambda::Permission",
            "SSendRoute ApiGatewayV2::Route",
            "SliveStage ApiGatewayV2::Stage");
    assertThat(property(reading, "SConnectRoute", "AuthorizationType")).isEqualTo("AWS_IAM");
    assertThat(Shown.resource(reading, "SSendRoute").properties().toString())
        .doesNotContain("AuthorizationType");
    assertThat(property(reading, "SSendIntegration", "TimeoutInMillis")).isEqualTo("#900");
    assertThat(property(reading, "SSendPermission", "SourceArn")).endsWith("/live/send");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void makesAnAuthorizerThatApiGatewayMayCall() {
    Reading reading = socket("{AuthType: CUSTOM, AuthArn: !GetAtt F.Arn}");

    assertThat(property(reading, "SConnectRoute", "AuthorizerId")).contains("SConnectAuthorizer");
    assertThat(property(reading, "SConnectAuthorizer", "AuthorizerType")).isEqualTo("REQUEST");
    assertThat(property(reading, "SAuthorizerPermission", "SourceArn")).endsWith("/authorizers/*");
    assertThat(Shown.problems(reading)).isEmpty();

    Reading asRole = socket("{AuthType: CUSTOM, AuthArn: !GetAtt F.Arn, InvokeRole: arn}");

    assertThat(made(asRole)).doesNotContain("SAuthorizerPermission Lambda::Permission");
  }

  @Test
  void letsAnyoneConnectWhereTheTypeIsNotInTheseLetters() {
    Reading reading = socket("{AuthType: custom, AuthArn: !GetAtt F.Arn}");

    assertThat(property(reading, "SConnectRoute", "AuthorizationType")).isEqualTo("NONE");
  }

  @Test
  void leavesOpenWhoMayConnectWhereThatIsNotKnown() {
    Reading reading = socket("{AuthType: !Ref P}");

    assertThat(property(reading, "SConnectRoute", "AuthorizationType")).isEqualTo("<parameter P>");
    assertThat(property(socket("!Ref P"), "SConnectRoute", "AuthorizationType")).startsWith("<");
    assertThat(Shown.hasErrors(socket("!Ref P"))).isTrue();
  }

  @Test
  void tellsOfAuthThatSamRefuses() {
    assertThat(Shown.problems(socket("{AuthType: CUSTOM}")))
        .containsExactly("10:24 `Auth` of type `CUSTOM` lacks `AuthArn`");
    assertThat(Shown.problems(socket("{AuthType: JWT}")))
        .containsExactly("10:24 `AuthType` of a WebSocket API is `AWS_IAM`, `CUSTOM` or `NONE`");
    assertThat(Shown.problems(socket("{AuthType: NONE, AuthArn: x}")))
        .containsExactly("10:24 `Auth` of type `NONE` takes nothing else");
    assertThat(Shown.problems(socket("{AuthArn: x}")))
        .containsExactly(
            "10:13 `AWS::Serverless::WebSocketApi` lacks `Auth.AuthType`, which SAM requires");
  }

  @Test
  void tellsOfRoutesThatSamRefuses() {
    Reading reading =
        Shown.read(
            SAM
                + """
                Resources:
                  S:
                    Type: AWS::Serverless::WebSocketApi
                    Properties:
                      RouteSelectionExpression: $request.body.action
                      Auth: {AuthType: AWS_IAM}
                      Routes:
                        $nothing: {FunctionArn: f, RequestParameters: {a: b}}
                """);

    assertThat(Shown.problems(reading))
        .containsExactly(
            "7:13 `Auth` is of the route `$connect`, which is not there",
            "9:19 SAM takes no route `$nothing`",
            "9:19 `RequestParameters` is of the route `$connect` only");
  }

  private static Reading graph(String more) {
    return Shown.read(
        SAM
            + """
            Parameters:
              P: {Type: String}
            Resources:
              G:
                Type: AWS::Serverless::GraphQLApi
                Properties:
                  SchemaInline: "type Query { a: String }"
            """
            + more.indent(6));
  }

  @Test
  void logsWithARoleOfItsOwn() {
    Reading reading = graph("Auth: {Type: API_KEY}\nApiKeys: {K: {ExpiresOn: 1900000000}}");

    assertThat(made(reading))
        .containsExactlyInAnyOrder(
            "G AppSync::GraphQLApi",
            "GCloudWatchRole IAM::Role",
            "GK AppSync::ApiKey",
            "GSchema AppSync::GraphQLSchema");
    assertThat(property(reading, "G", "AuthenticationType")).isEqualTo("API_KEY");
    assertThat(property(reading, "G", "LogConfig")).contains("FieldLogLevel=ALL");
    assertThat(property(reading, "GCloudWatchRole", "AssumeRolePolicyDocument"))
        .contains("appsync.amazonaws.com");
    assertThat(property(reading, "GK", "Expires")).isEqualTo("#1900000000");
    assertThat(Shown.problems(reading)).isEmpty();

    Reading silent = graph("Auth: {Type: AWS_IAM}\nLogging: false");

    assertThat(made(silent)).doesNotContain("GCloudWatchRole IAM::Role");
    assertThat(Shown.resource(silent, "G").properties().toString()).doesNotContain("LogConfig");

    Reading open = graph("Auth: {Type: AWS_IAM}\nLogging: !Ref P");

    assertThat(property(open, "G", "LogConfig")).isEqualTo("<parameter P>");
  }

  @Test
  void takesTheSettingsOfEachWayToSignIn() {
    Reading reading =
        graph(
            """
            Auth:
              Type: AWS_LAMBDA
              LambdaAuthorizer: {AuthorizerUri: "arn:aws:lambda:eu-west-1:111122223333:function:f"}
              Additional:
                - Type: AMAZON_COGNITO_USER_POOLS
                  UserPool: {UserPoolId: p, DefaultAction: ALLOW}
            """);

    assertThat(property(reading, "G", "LambdaAuthorizerConfig")).contains("function:f");
    assertThat(property(reading, "G", "AdditionalAuthenticationProviders"))
        .isEqualTo(
            "[(AuthenticationType=AMAZON_COGNITO_USER_POOLS, UserPoolConfig=(UserPoolId=p))]");
    assertThat(property(reading, "GToLambdaAuthConnector1WriteLambdaPermission", "Principal"))
        .isEqualTo("appsync.amazonaws.com");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void givesDataSourcesRolesForWhatTheyReach() {
    Reading reading =
        graph(
            """
            Auth: {Type: AWS_IAM}
            DataSources:
              DynamoDb: {T: {TableName: t, Permissions: [Read]}}
              Lambda: {L: {FunctionArn: f, ServiceRoleArn: r}}
            Functions:
              One: {DataSource: T, InlineCode: x, Runtime: {Name: APPSYNC_JS, Version: 1.0.0}}
              Two: {DataSource: none, InlineCode: x, Runtime: {Name: APPSYNC_JS, Version: 1.0.0}}
            Resolvers:
              Query: {a: {Pipeline: [One, Two]}}
            """);

    assertThat(made(reading))
        .containsExactlyInAnyOrder(
            "G AppSync::GraphQLApi",
            "GCloudWatchRole IAM::Role",
            "GSchema AppSync::GraphQLSchema",
            "GTDynamoDBDataSource AppSync::DataSource",
            "GTDynamoDBDataSourceRole IAM::Role",
            "GTDynamoDBDataSourceToTableConnectorPolicy IAM::ManagedPolicy",
            "GLLambdaDataSource AppSync::DataSource",
            "GOne AppSync::FunctionConfiguration",
            "GTwo AppSync::FunctionConfiguration",
            "GNoneDataSource AppSync::DataSource",
            "GQuerya AppSync::Resolver");
    assertThat(property(reading, "GTDynamoDBDataSourceToTableConnectorPolicy", "PolicyDocument"))
        .contains("dynamodb:GetItem")
        .contains("table/t")
        .doesNotContain("dynamodb:PutItem");
    assertThat(property(reading, "GLLambdaDataSource", "ServiceRoleArn")).isEqualTo("r");
    assertThat(property(reading, "GOne", "DataSourceName")).contains("GTDynamoDBDataSource");
    assertThat(property(reading, "GTwo", "DataSourceName")).contains("GNoneDataSource");
    assertThat(property(reading, "GQuerya", "PipelineConfig")).contains("GOne").contains("GTwo");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void tellsOfWhatSamRefusesOfGraphQl() {
    assertThat(Shown.problems(graph("Name: x")))
        .containsExactly("5:3 `AWS::Serverless::GraphQLApi` lacks `Auth`, which SAM requires");
    assertThat(Shown.problems(graph("Auth: {Type: AWS_LAMBDA}")))
        .containsExactly("9:13 `Auth` of type `AWS_LAMBDA` lacks `LambdaAuthorizer`");
    assertThat(Shown.problems(graph("Auth: {Type: IAM}")))
        .containsExactly(
            "9:20 `AWS::Serverless::GraphQLApi` takes `AMAZON_COGNITO_USER_POOLS` or `API_KEY` or"
                + " `AWS_IAM` or `AWS_LAMBDA` or `OPENID_CONNECT` for `Auth.Type`");
    assertThat(Shown.hasErrors(graph("Auth: {Type: IAM}"))).isTrue();
  }
}
