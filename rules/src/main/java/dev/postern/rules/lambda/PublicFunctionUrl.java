package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.FunctionUrl;

/// A function URL with `AuthType: NONE` asks for no credentials. The name of the URL is no secret:
/// it is found in browsers, logs and certificate lists. Only the code of the function stands
/// between the caller and the function's role.
///
/// The resource policy has to allow `*` as well; AWS adds that by itself when the URL is made in
/// the console or by most tools.
///
/// ```yaml finding
/// Resources:
///   Url:
///     Type: AWS::Lambda::Url
///     Properties:
///       AuthType: NONE # here
///       TargetFunctionArn: api
/// ```
///
/// ```yaml clean
/// Resources:
///   Url:
///     Type: AWS::Lambda::Url
///     Properties:
///       AuthType: AWS_IAM
///       TargetFunctionArn: api
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Auth: {Type: String}
/// Resources:
///   Url:
///     Type: AWS::Lambda::Url
///     Properties:
///       AuthType: !Ref Auth
///       TargetFunctionArn: api
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function_url" "api" {
///   function_name      = "api"
///   authorization_type = "NONE" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_function_url" "api" {
///   function_name      = "api"
///   authorization_type = "AWS_IAM"
/// }
/// ```
///
/// ```hcl undecided
/// variable "auth" {}
///
/// resource "aws_lambda_function_url" "api" {
///   function_name      = "api"
///   authorization_type = var.auth
/// }
/// ```
@Rule(
    title = "anybody on the Internet can call the function through its URL",
    severity = Severity.HIGH,
    serves = {"P2.3"},
    fix =
        "set `AuthType: AWS_IAM`, or put CloudFront with origin access control or API Gateway"
            + " before the function",
    price = "callers have to sign their requests")
public final class PublicFunctionUrl implements LocalCheck<FunctionUrl> {
  @Override
  public Judgement judge(FunctionUrl url) {
    return Judgement.of(
        url.authentication().isOneOf("NONE").saying("no credentials are asked for"));
  }
}
