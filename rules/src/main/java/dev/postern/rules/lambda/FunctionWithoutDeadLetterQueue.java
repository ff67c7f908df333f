package dev.postern.rules.lambda;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.lambda.Function;

/// AWS tries an asynchronous event three times and then drops it. A dead-letter queue keeps what
/// failed, which is also the evidence of what somebody tried. Destinations set by
/// `AWS::Lambda::EventInvokeConfig` serve as well.
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
///       DeadLetterConfig: {TargetArn: "arn:aws:sqs:eu-west-1:111122223333:failed"}
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
///   dead_letter_config {
///     target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed"
///   }
/// }
/// ```
@Rule(
    title = "function loses events that it fails to handle",
    severity = Severity.LOW,
    serves = {},
    fix = "set a dead-letter queue or an on-failure destination",
    price = "the role needs permission to send to the queue")
public final class FunctionWithoutDeadLetterQueue implements CloudCheck<Function> {
  @Override
  public Judgement judge(Function function, Cloud cloud) {
    Resource resource = function.resource();
    boolean hasDestination =
        !cloud
            .incoming("AWS::Lambda::EventInvokeConfig", "FunctionName", resource.type())
            .to(resource)
            .isEmpty();
    return hasDestination
        ? Judgement.satisfied()
        : Judgement.of(function.deadLetters().isWritten().not().saying("no dead-letter queue"));
  }
}
