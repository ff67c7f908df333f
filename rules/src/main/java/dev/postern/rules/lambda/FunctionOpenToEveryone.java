package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.lambda.Permission;

/// `Principal: "*"` in a function's resource policy admits everybody with an AWS account, also
/// strangers. A source ARN, source account or organisation confines it. A statement for function
/// URLs without authentication is left to `public-function-url`.
///
/// ```yaml finding
/// Resources:
///   Open:
///     Type: AWS::Lambda::Permission
///     Properties:
///       Action: lambda:InvokeFunction
///       FunctionName: api
///       Principal: "*" # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Ours:
///     Type: AWS::Lambda::Permission
///     Properties:
///       Action: lambda:InvokeFunction
///       FunctionName: api
///       Principal: "*"
///       PrincipalOrgID: o-a1b2c3d4e5
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Caller: {Type: String}
/// Resources:
///   Open:
///     Type: AWS::Lambda::Permission
///     Properties:
///       Action: lambda:InvokeFunction
///       FunctionName: api
///       Principal: !Ref Caller
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_permission" "open" {
///   action        = "lambda:InvokeFunction"
///   function_name = "api"
///   principal     = "*" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_permission" "ours" {
///   action        = "lambda:InvokeFunction"
///   function_name = "api"
///   principal     = "111122223333"
/// }
/// ```
@Rule(
    title = "every AWS account may call the function",
    severity = Severity.CRITICAL,
    serves = {"F05"},
    fix = "name the account, role or service that calls, or add `PrincipalOrgID`",
    price = "callers that are not named are denied")
public final class FunctionOpenToEveryone implements LocalCheck<Permission> {
  @Override
  public Judgement judge(Permission permission) {
    Verdict open = permission.principal().is("*").saying("everybody");
    return Judgement.of(
        open.and(permission.isConfined().not())
            .and(permission.urlAuthentication().isOneOf("NONE").not()));
  }
}
