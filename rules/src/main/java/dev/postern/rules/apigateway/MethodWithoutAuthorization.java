package dev.postern.rules.apigateway;

import dev.postern.model.Cloud;
import dev.postern.rule.Claim;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.apigateway.Method;

/// Without authorization everybody who can reach the API may call the method, and only the code
/// behind it decides. An API key identifies a usage plan and not a caller, says AWS's page on usage
/// plans, so a method that only asks for one is still open, at a lower severity.
///
/// `OPTIONS` is left out: browsers send it without credentials before a cross-origin call. So are
/// private APIs, which only VPC endpoints reach.
///
/// ```yaml finding
/// Resources:
///   Orders:
///     Type: AWS::ApiGateway::Method
///     Properties:
///       HttpMethod: POST
///       RestApiId: api
///       AuthorizationType: NONE # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::ApiGateway::Method
///     Properties:
///       HttpMethod: POST
///       RestApiId: api
///       AuthorizationType: AWS_IAM
///   Preflight:
///     Type: AWS::ApiGateway::Method
///     Properties: {HttpMethod: OPTIONS, RestApiId: api, AuthorizationType: NONE}
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::ApiGateway::RestApi
///     Properties: {EndpointConfiguration: {Types: [PRIVATE]}}
///   Orders:
///     Type: AWS::ApiGateway::Method
///     Properties: {HttpMethod: GET, RestApiId: !Ref Api, AuthorizationType: NONE}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Auth: {Type: String}
/// Resources:
///   Orders:
///     Type: AWS::ApiGateway::Method
///     Properties: {HttpMethod: POST, RestApiId: api, AuthorizationType: !Ref Auth}
/// ```
///
/// ```hcl finding
/// resource "aws_api_gateway_method" "orders" {
///   rest_api_id   = "api"
///   resource_id   = "r"
///   http_method   = "POST"
///   authorization = "NONE" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_api_gateway_method" "orders" {
///   rest_api_id   = "api"
///   resource_id   = "r"
///   http_method   = "POST"
///   authorization = "AWS_IAM"
/// }
/// ```
@Rule(
    title = "method can be called by anybody",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "set `AuthorizationType` to `AWS_IAM`, `COGNITO_USER_POOLS` or `CUSTOM`",
    price = "callers have to authenticate")
public final class MethodWithoutAuthorization implements CloudCheck<Method> {
  @Override
  public Judgement judge(Method method, Cloud cloud) {
    Verdict open = method.authorization().isOneOf("NONE").saying("no authorization");
    Verdict called = method.verb().isOneOf("OPTIONS").not().and(isPrivate(method, cloud).not());
    Claim claim = Claim.of(open.and(called));
    return Judgement.of(
        method.asksForKey().is(true) instanceof Verdict.Yes(var because)
            ? claim
                .titled("method asks for an API key only")
                .at(Severity.LOW, because.getFirst().saying("an API key identifies no caller"))
            : claim);
  }

  private static Verdict isPrivate(Method method, Cloud cloud) {
    return method
        .api()
        .text()
        .sole()
        .flatMap(api -> cloud.target(method.resource(), api, "AWS::ApiGateway::RestApi"))
        .map(api -> api.at("EndpointConfiguration", "Types").any(type -> type.is("PRIVATE")))
        .orElse(Verdict.no());
  }
}
