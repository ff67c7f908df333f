package dev.postern.rules.lambda;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.Function;

/// Without a reservation the function shares the account's concurrency, 1,000 at first: a flood of
/// events, or an attacker who can cause them, starves every other function of the region and drives
/// up the bill. AWS's page on reserved concurrency calls it a limit as well as a guarantee.
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
///       ReservedConcurrentExecutions: 20
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function" "api" { # here
///   function_name = "api"
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function" "api" {
///   function_name                  = "api"
///   reserved_concurrent_executions = -1 # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_function" "api" {
///   function_name                  = "api"
///   reserved_concurrent_executions = 20
/// }
/// ```
@Rule(
    title = "function has no concurrency limit of its own",
    severity = Severity.LOW,
    serves = {"C16"},
    fix =
        "set `ReservedConcurrentExecutions` to the most that the function and what it calls can"
            + " bear",
    price =
        "invocations above the limit are throttled; what is reserved is not available to other"
            + " functions")
public final class FunctionWithoutConcurrencyLimit implements LocalCheck<Function> {
  @Override
  public Judgement judge(Function function) {
    Property limit = function.reservedConcurrency();
    return Judgement.of(
        limit
            .isWritten()
            .not()
            .or(limit.isNumber(n -> n.signum() < 0))
            .saying("takes what the account has"));
  }
}
