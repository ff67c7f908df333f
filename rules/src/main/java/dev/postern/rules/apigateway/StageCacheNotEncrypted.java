package dev.postern.rules.apigateway;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.apigateway.Stage;

/// A stage's cache holds responses, which hold what callers are allowed to see. It is encrypted
/// only where a method setting asks for it.
///
/// ```yaml finding
/// Resources:
///   Prod:
///     Type: AWS::ApiGateway::Stage
///     Properties:
///       CacheClusterEnabled: true # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Prod:
///     Type: AWS::ApiGateway::Stage
///     Properties:
///       CacheClusterEnabled: true
///       MethodSettings:
///         - {HttpMethod: "*", ResourcePath: "/*", CacheDataEncrypted: true}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Cached: {Type: String}
/// Resources:
///   Prod:
///     Type: AWS::ApiGateway::Stage
///     Properties:
///       CacheClusterEnabled: !Ref Cached
/// ```
///
/// ```hcl finding
/// resource "aws_api_gateway_stage" "prod" {
///   rest_api_id           = "api"
///   deployment_id         = "d"
///   stage_name            = "prod"
///   cache_cluster_enabled = true # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_api_gateway_stage" "prod" {
///   rest_api_id   = "api"
///   deployment_id = "d"
///   stage_name    = "prod"
/// }
/// ```
@Rule(
    title = "the API's cache is not encrypted",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `CacheDataEncrypted: true` in the method settings")
public final class StageCacheNotEncrypted implements LocalCheck<Stage> {
  @Override
  public Judgement judge(Stage stage) {
    return Judgement.of(
        stage
            .cacheEnabled()
            .is(true)
            .saying("no setting encrypts it")
            .and(
                stage
                    .methodSettings()
                    .any(setting -> setting.at("CacheDataEncrypted").is(true))
                    .not()));
  }
}
