package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.Permission;

/// The service calls for whoever configures it: without `SourceArn` or `SourceAccount` a stranger's
/// bucket, topic or rule can drive the function. This is the confused deputy of AWS's page on
/// granting services access to functions.
///
/// ```yaml finding
/// Resources:
///   FromBucket:
///     Type: AWS::Lambda::Permission
///     Properties:
///       Action: lambda:InvokeFunction
///       FunctionName: api
///       Principal: s3.amazonaws.com # here
/// ```
///
/// ```yaml clean
/// Resources:
///   FromBucket:
///     Type: AWS::Lambda::Permission
///     Properties:
///       Action: lambda:InvokeFunction
///       FunctionName: api
///       Principal: s3.amazonaws.com
///       SourceAccount: !Ref AWS::AccountId
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Caller: {Type: String}
/// Resources:
///   FromBucket:
///     Type: AWS::Lambda::Permission
///     Properties:
///       Action: lambda:InvokeFunction
///       FunctionName: api
///       Principal: !Ref Caller
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_permission" "bucket" {
///   action        = "lambda:InvokeFunction"
///   function_name = "api"
///   principal     = "s3.amazonaws.com" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_permission" "bucket" {
///   action        = "lambda:InvokeFunction"
///   function_name = "api"
///   principal     = "s3.amazonaws.com"
///   source_arn    = "arn:aws:s3:::shop-uploads"
/// }
/// ```
@Rule(
    title = "service may call the function on behalf of any account",
    severity = Severity.MEDIUM,
    serves = {"C05"},
    fix =
        "add `SourceArn` of the calling resource, and `SourceAccount` where the ARN has no account")
public final class FunctionPermissionWithoutSource implements LocalCheck<Permission> {
  @Override
  public Judgement judge(Permission permission) {
    return Judgement.of(
        permission
            .principal()
            .text()
            .decide(principal -> principal.endsWith(".amazonaws.com"))
            .saying("for any account")
            .and(permission.isConfined().not()));
  }
}
