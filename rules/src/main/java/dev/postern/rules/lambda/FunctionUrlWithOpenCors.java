package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.FunctionUrl;

/// With `AllowCredentials` a browser sends cookies and authorization headers with cross-origin
/// calls. Together with every origin, any page that a visitor opens acts with the visitor's
/// session.
///
/// ```yaml finding
/// Resources:
///   Url:
///     Type: AWS::Lambda::Url
///     Properties:
///       AuthType: AWS_IAM
///       TargetFunctionArn: api
///       Cors:
///         AllowCredentials: true
///         AllowOrigins: ["*"] # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Url:
///     Type: AWS::Lambda::Url
///     Properties:
///       AuthType: AWS_IAM
///       TargetFunctionArn: api
///       Cors:
///         AllowCredentials: true
///         AllowOrigins: ["https://shop.example.com"]
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function_url" "api" {
///   function_name      = "api"
///   authorization_type = "AWS_IAM"
///   cors {
///     allow_credentials = true
///     allow_origins     = ["*"] # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_function_url" "api" {
///   function_name      = "api"
///   authorization_type = "AWS_IAM"
///   cors {
///     allow_origins = ["*"]
///   }
/// }
/// ```
@Rule(
    title = "pages of any origin can use a visitor's session with the function",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "list the origins that need access in `AllowOrigins`, or set `AllowCredentials: false`")
public final class FunctionUrlWithOpenCors implements LocalCheck<FunctionUrl> {
  @Override
  public Judgement judge(FunctionUrl url) {
    return Judgement.of(
        url.allowedOrigins()
            .any(origin -> origin.is("*"))
            .saying("every origin, with credentials")
            .and(url.allowsCredentials().is(true)));
  }
}
