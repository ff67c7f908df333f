package dev.postern.rules.appsync;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.appsync.GraphQlApi;

/// AppSync logs nothing unless it is given a log configuration. `NONE` logs requests but no
/// resolver, so that it stays unknown who read which field.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::AppSync::GraphQLApi
///     Properties:
///       LogConfig: {FieldLogLevel: NONE} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::AppSync::GraphQLApi
///     Properties:
///       LogConfig: {FieldLogLevel: ALL}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::AppSync::GraphQLApi
///     Properties:
///       LogConfig: {FieldLogLevel: !Ref Choice}
/// ```
///
/// ```hcl finding
/// resource "aws_appsync_graphql_api" "it" { # here
///   name = "it"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_appsync_graphql_api" "it" {
///   name = "it"
///   log_config {
///     field_log_level = "ALL"
///   }
/// }
/// ```
@Rule(
    title = "requests to the GraphQL API are not logged",
    severity = Severity.LOW,
    serves = {},
    fix = "set `LogConfig` with a field log level of `ERROR` or `ALL`",
    price = "logs cost money")
public final class GraphQlApiWithoutLogging implements LocalCheck<GraphQlApi> {
  @Override
  public Judgement judge(GraphQlApi api) {
    return Judgement.of(
        api.logLevel()
            .isOneOf("ALL", "ERROR", "INFO", "DEBUG")
            .not()
            .saying("no resolver is logged"));
  }
}
