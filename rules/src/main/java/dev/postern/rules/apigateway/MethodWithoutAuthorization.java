package dev.postern.rules.apigateway;

import dev.postern.model.Cloud;
import dev.postern.rule.Claim;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.apigateway.Methods;
import dev.postern.view.apigateway.Methods.Method;
import dev.postern.view.iam.ResourcePolicy;

/// Without authorization everybody who can reach the API may call the method, and only the code
/// behind it decides. An API key identifies a usage plan and not a caller, says AWS's page on usage
/// plans, so a method that only asks for one is still open, at a lower severity.
///
/// `OPTIONS` is left out: browsers send it without credentials before a cross-origin call. So are
/// private APIs, which only VPC endpoints reach, and those whose policy keeps strangers out.
///
/// Methods of an OpenAPI definition are asked for a security scheme that names an authorizer of API
/// Gateway's, or for `x-amazon-apigateway-auth`. A definition that lies elsewhere is undecided.
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
/// ```yaml finding
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       Body:
///         openapi: 3.0.1
///         paths:
///           /orders:
///             post:
///               security: [{bearer: []}] # here
///         components:
///           securitySchemes:
///             bearer: {type: http, scheme: bearer}
/// ```
///
/// ```yaml clean
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       Body:
///         swagger: '2.0'
///         paths:
///           /orders:
///             get: {x-amazon-apigateway-auth: {type: AWS_IAM}}
///             post: {security: [{api_key: [], callers: []}]}
///         securityDefinitions:
///           api_key: {type: apiKey, name: x-api-key, in: header}
///           callers: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
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
/// ```yaml clean
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       Body:
///         openapi: 3.0.1
///         paths: {/orders: {post: {}}}
///         x-amazon-apigateway-policy:
///           Statement:
///             - Effect: Allow
///               Principal: {AWS: '111122223333'}
///               Action: execute-api:Invoke
///               Resource: execute-api:/*
/// ```
///
/// ```yaml finding
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       Body:
///         swagger: '2.0'
///         paths:
///           /orders:
///             post:
///               security: [{api_key: []}] # here
///         securityDefinitions:
///           api_key: {type: apiKey, name: x-api-key, in: header}
/// ```
///
/// ```yaml undecided
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       Body:
///         openapi: 3.0.1
///         paths: {/orders: {post: {}}}
///         security: [{callers: []}]
///         components:
///           securitySchemes:
///             callers: {type: apiKey, x-amazon-apigateway-authtype: awsSigv4}
/// ```
///
/// ```yaml undecided
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       Body:
///         openapi: 3.0.1
///         paths: {/orders: {post: {security: [{callers: []}]}}}
/// ```
///
/// ```yaml undecided
/// Resources:
///   Shop:
///     Type: AWS::ApiGateway::RestApi
///     Properties:
///       BodyS3Location: {Bucket: definitions, Key: shop.yaml}
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
/// ```hcl finding
/// resource "aws_api_gateway_rest_api" "shop" {
///   name = "shop"
///   body = jsonencode({
///     openapi = "3.0.1"
///     paths   = { "/orders" = { post = { security = [] } } } # here
///   })
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_api_gateway_rest_api" "shop" {
///   name = "shop"
///   body = <<-END
///     openapi: 3.0.1
///     paths:
///       /orders:
///         options: {}
///         post: {operationId: order} # here
///   END
/// }
/// ```
///
/// ```hcl undecided
/// variable "definition" {}
///
/// resource "aws_api_gateway_rest_api" "shop" {
///   name = "shop"
///   body = var.definition
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
public final class MethodWithoutAuthorization implements CloudCheck<Methods> {
  @Override
  public Judgement judge(Methods methods, Cloud cloud) {
    if (methods.methods().isEmpty()) {
      return Judgement.notApplicable();
    }
    Verdict reached = methods.isPrivate().not().and(admitsStrangers(methods, cloud));
    return Judgement.of(methods.methods().stream().map(m -> claim(m, reached)).toList());
  }

  /// An API without a policy lets everybody in.
  private static Verdict admitsStrangers(Methods methods, Cloud cloud) {
    return methods
        .api()
        .map(api -> cloud.view(ResourcePolicy.TYPE, api))
        .filter(policy -> !policy.documents().isEmpty())
        .map(policy -> policy.publicAccess().isPublic().verdict())
        .orElse(Verdict.yes());
  }

  private static Claim claim(Method method, Verdict reached) {
    Claim claim = Claim.of(method.open().and(method.preflight().not()).and(reached));
    return method.asksForKey() instanceof Verdict.Yes(var because)
        ? claim
            .titled("method asks for an API key only")
            .at(Severity.LOW, because.getFirst().saying("an API key identifies no caller"))
        : claim;
  }
}
