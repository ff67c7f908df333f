package dev.postern.rules.apigateway;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.apigateway.Stage;

/// A trace shows which services a request went through: without it, an incident is pieced together
/// from single logs.
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
///       TracingEnabled: true
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
///   rest_api_id          = "api"
///   deployment_id        = "d"
///   stage_name           = "prod"
///   xray_tracing_enabled = true
/// }
/// ```
@Rule(
    title = "requests to the API are not traced",
    severity = Severity.LOW,
    serves = {},
    fix = "set `TracingEnabled: true`",
    price = "traces cost money")
public final class StageWithoutTracing implements LocalCheck<Stage> {
  @Override
  public Judgement judge(Stage stage) {
    return Judgement.of(stage.tracing().is(true).not().saying("X-Ray is not active"));
  }
}
