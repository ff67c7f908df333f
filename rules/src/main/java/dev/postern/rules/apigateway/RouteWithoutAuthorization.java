package dev.postern.rules.apigateway;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.apigateway.Routes;

/// A route of an HTTP or WebSocket API has no authorization unless it is given one. `OPTIONS` is
/// left out, because browsers send it without credentials; so are the WebSocket routes after
/// `$connect`, the only one that can be authorized.
///
/// Routes of an OpenAPI definition are asked for a security scheme that names an authorizer of API
/// Gateway's, or for `x-amazon-apigateway-auth`. A definition that lies elsewhere is undecided.
///
/// ```yaml finding
/// Resources:
///   Orders: # here
///     Type: AWS::ApiGatewayV2::Route
///     Properties:
///       ApiId: api
///       RouteKey: POST /orders
/// ```
///
/// ```yaml finding
/// Resources:
///   Shop:
///     Type: AWS::ApiGatewayV2::Api
///     Properties:
///       Body:
///         openapi: 3.0.1
///         paths:
///           /orders:
///             post: {operationId: order} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::ApiGatewayV2::Route
///     Properties: {ApiId: api, RouteKey: POST /orders, AuthorizationType: JWT}
///   Preflight:
///     Type: AWS::ApiGatewayV2::Route
///     Properties: {ApiId: api, RouteKey: OPTIONS /orders}
/// ```
///
/// ```yaml clean
/// Resources:
///   Shop:
///     Type: AWS::ApiGatewayV2::Api
///     Properties:
///       Body:
///         openapi: 3.0.1
///         paths:
///           /orders:
///             post: {security: [people: []]}
///             options: {}
///         components:
///           securitySchemes:
///             people: {type: oauth2, x-amazon-apigateway-authorizer: {type: jwt}}
/// ```
///
/// ```yaml undecided
/// Resources:
///   Shop:
///     Type: AWS::ApiGatewayV2::Api
///     Properties:
///       BodyS3Location: {Bucket: definitions, Key: shop.yaml}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Auth: {Type: String}
/// Resources:
///   Orders:
///     Type: AWS::ApiGatewayV2::Route
///     Properties: {ApiId: api, RouteKey: POST /orders, AuthorizationType: !Ref Auth}
/// ```
///
/// ```hcl finding
/// resource "aws_apigatewayv2_route" "orders" {
///   api_id             = "api"
///   route_key          = "POST /orders"
///   authorization_type = "NONE" # here
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_apigatewayv2_api" "shop" {
///   name          = "shop"
///   protocol_type = "HTTP"
///   body = jsonencode({
///     openapi = "3.0.1"
///     paths   = { "/orders" = { post = { security = [] } } } # here
///   })
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_apigatewayv2_route" "orders" {
///   api_id             = "api"
///   route_key          = "POST /orders"
///   authorization_type = "AWS_IAM"
/// }
/// ```
@Rule(
    title = "route can be called by anybody",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix = "set `AuthorizationType` to `AWS_IAM`, `JWT` or `CUSTOM`",
    price = "callers have to authenticate")
public final class RouteWithoutAuthorization implements LocalCheck<Routes> {
  @Override
  public Judgement judge(Routes routes) {
    return routes.routes().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            routes.routes().stream().map(r -> Claim.of(r.open().and(r.asked()))).toList());
  }
}
