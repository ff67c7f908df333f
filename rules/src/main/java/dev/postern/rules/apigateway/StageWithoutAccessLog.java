package dev.postern.rules.apigateway;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.apigateway.Stage;

/// The access log says who called what, from where, and with which result. API Gateway writes none
/// unless it is told where.
///
/// ```yaml finding
/// Resources:
///   Prod: # here
///     Type: AWS::ApiGateway::Stage
///     Properties:
///       RestApiId: api
/// ```
///
/// ```yaml clean
/// Resources:
///   Prod:
///     Type: AWS::ApiGateway::Stage
///     Properties:
///       RestApiId: api
///       AccessLogSetting: {DestinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:api"}
/// ```
///
/// ```hcl finding
/// resource "aws_api_gateway_stage" "prod" { # here
///   rest_api_id   = "api"
///   deployment_id = "d"
///   stage_name    = "prod"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_api_gateway_stage" "prod" {
///   rest_api_id   = "api"
///   deployment_id = "d"
///   stage_name    = "prod"
///   access_log_settings {
///     destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
///     format          = "$context.requestId"
///   }
/// }
/// ```
@Rule(
    title = "requests to the API are not logged",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `AccessLogSetting` with a log group or Firehose stream",
    price = "logs cost money")
public final class StageWithoutAccessLog implements LocalCheck<Stage> {
  @Override
  public Judgement judge(Stage stage) {
    return Judgement.of(stage.logDestination().isWritten().not().saying("no access log"));
  }
}
