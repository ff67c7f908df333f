package dev.postern.rules.apigateway;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.apigateway.HttpStage;

/// The access log says who called what, from where, and with which result. An HTTP or WebSocket API
/// writes none unless it is told where.
///
/// ```yaml finding
/// Resources:
///   Prod: # here
///     Type: AWS::ApiGatewayV2::Stage
///     Properties:
///       ApiId: api
/// ```
///
/// ```yaml clean
/// Resources:
///   Prod:
///     Type: AWS::ApiGatewayV2::Stage
///     Properties:
///       ApiId: api
///       AccessLogSettings: {DestinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:api"}
/// ```
///
/// ```hcl finding
/// resource "aws_apigatewayv2_stage" "prod" { # here
///   api_id = "api"
///   name   = "prod"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_apigatewayv2_stage" "prod" {
///   api_id = "api"
///   name   = "prod"
///   access_log_settings {
///     destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
///     format          = "$context.requestId"
///   }
/// }
/// ```
@Rule(
    title = "requests to the HTTP API are not logged",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `AccessLogSettings` with a log group",
    price = "logs cost money")
public final class HttpStageWithoutAccessLog implements LocalCheck<HttpStage> {
  @Override
  public Judgement judge(HttpStage stage) {
    return Judgement.of(stage.logDestination().isWritten().not().saying("no access log"));
  }
}
