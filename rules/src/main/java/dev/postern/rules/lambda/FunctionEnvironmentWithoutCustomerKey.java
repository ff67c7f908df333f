package dev.postern.rules.lambda;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.lambda.Function;

/// AWS encrypts environment variables with a key of its own. A customer key decides who may decrypt
/// them, and records each use. It does not make variables a place for secrets.
///
/// ```yaml finding
/// Resources:
///   Api: # here
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment: {Variables: {TABLE: orders}}
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       KmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/k
///       Environment: {Variables: {TABLE: orders}}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Timeout: 10
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function" "api" { # here
///   environment {
///     variables = { TABLE = "orders" }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_function" "api" {
///   kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/k"
///   environment {
///     variables = { TABLE = "orders" }
///   }
/// }
/// ```
@Rule(
    title = "environment variables are not encrypted with a customer key",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "set `KmsKeyArn` to a customer key",
    price = "the function's role needs `kms:Decrypt` on the key")
public final class FunctionEnvironmentWithoutCustomerKey implements LocalCheck<Function> {
  @Override
  public Judgement judge(Function function) {
    Verdict unkeyed = function.environmentKey().isWritten().not();
    return function.environment().isWritten() instanceof Verdict.No
        ? Judgement.notApplicable()
        : Judgement.of(
            unkeyed.saying("encrypted with AWS's key").and(function.environment().isWritten()));
  }
}
