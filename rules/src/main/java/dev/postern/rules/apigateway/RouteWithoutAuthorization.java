package dev.postern.rules.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Text;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.view.apigateway.Route;

/// A route of an HTTP or WebSocket API has no authorization unless it is given one. `OPTIONS` is
/// left out, because browsers send it without credentials; so are the WebSocket routes after
/// `$connect`, the only one that can be authorized.
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
public final class RouteWithoutAuthorization implements LocalCheck<Route> {
  @Override
  public Judgement judge(Route route) {
    Property authorization = route.authorization();
    Verdict open = authorization.isOneOf("NONE").or(authorization.isWritten().not());
    Verdict callable =
        route.key().text().decide(key -> key.startsWith("OPTIONS ").or(isMessage(key))).not();
    return Judgement.of(open.saying("no authorization").and(callable));
  }

  /// Whether it is a WebSocket route other than `$connect`.
  private static Truth isMessage(Text key) {
    return key.literal()
        .map(k -> Truth.of(!k.equals("$default") && !k.equals("$connect") && !k.contains(" ")))
        .orElse(Truth.FALSE);
  }
}
