package dev.postern.rules.appsync;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.appsync.GraphQlApi;

/// An API key stands in every page and app that uses it, is the same for all, and says nothing
/// about who calls. AWS's page on authorization recommends it for development and for public data.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::AppSync::GraphQLApi
///     Properties:
///       AuthenticationType: API_KEY # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::AppSync::GraphQLApi
///     Properties:
///       AuthenticationType: AWS_IAM
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::AppSync::GraphQLApi
///     Properties:
///       AuthenticationType: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_appsync_graphql_api" "it" {
///   name                = "it"
///   authentication_type = "API_KEY" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_appsync_graphql_api" "it" {
///   name                = "it"
///   authentication_type = "AWS_IAM"
/// }
/// ```
@Rule(
    title = "the API knows its callers by an API key only",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "use IAM, a user pool, OpenID Connect or a Lambda authorizer",
    price = "callers have to authenticate")
public final class GraphQlApiWithKeyOnly implements LocalCheck<GraphQlApi> {
  @Override
  public Judgement judge(GraphQlApi api) {
    return Judgement.of(api.authentication().isOneOf("API_KEY").saying("a key that all share"));
  }
}
