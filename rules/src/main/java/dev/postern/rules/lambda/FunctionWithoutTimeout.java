package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.Function;

/// AWS ends an invocation after 3 seconds where nothing is said. A timeout that is stated shows
/// that somebody measured the function; it bounds what a hanging or abused invocation costs.
///
/// ```yaml finding
/// Resources:
///   Api: # here
///     Type: AWS::Lambda::Function
///     Properties:
///       Handler: index.handler
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Timeout: 10
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
///   function_name = "api"
///   timeout       = 10
/// }
/// ```
@Rule(
    title = "function states no timeout",
    severity = Severity.LOW,
    serves = {"C16"},
    fix = "state a `Timeout` a little above what the function needs",
    price = "an invocation that takes longer is ended")
public final class FunctionWithoutTimeout implements LocalCheck<Function> {
  @Override
  public Judgement judge(Function function) {
    return Judgement.of(
        function.timeout().isWritten().not().saying("no timeout stated; AWS takes 3 seconds"));
  }
}
