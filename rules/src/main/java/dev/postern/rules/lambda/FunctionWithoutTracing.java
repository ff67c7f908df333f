package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.Function;

/// Without X-Ray it is hard to see which calls a suspicious invocation made. AWS's default follows
/// only what the caller traces already.
///
/// ```yaml finding
/// Resources:
///   Api: # here
///     Type: AWS::Lambda::Function
///     Properties:
///       Timeout: 10
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       TracingConfig: {Mode: Active}
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function" "api" { # here
///   function_name = "api"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_function" "api" {
///   tracing_config {
///     mode = "Active"
///   }
/// }
/// ```
@Rule(
    title = "function's invocations are not traced",
    severity = Severity.LOW,
    serves = {},
    fix = "set `TracingConfig.Mode: Active`",
    price = "traces cost money, and the role needs `xray:PutTraceSegments`")
public final class FunctionWithoutTracing implements LocalCheck<Function> {
  @Override
  public Judgement judge(Function function) {
    return Judgement.of(function.tracing().isOneOf("Active").not().saying("X-Ray is not active"));
  }
}
