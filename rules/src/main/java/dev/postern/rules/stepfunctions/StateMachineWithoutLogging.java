package dev.postern.rules.stepfunctions;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.stepfunctions.StateMachine;

/// The history of a standard execution is kept for 90 days, that of an express execution nowhere
/// but in the log. The level is `OFF` unless it is set.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::StepFunctions::StateMachine
///     Properties:
///       LoggingConfiguration: {Level: "OFF"} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::StepFunctions::StateMachine
///     Properties:
///       LoggingConfiguration: {Level: ALL}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::StepFunctions::StateMachine
///     Properties:
///       LoggingConfiguration: {Level: !Ref Choice}
/// ```
///
/// ```hcl finding
/// resource "aws_sfn_state_machine" "it" { # here
///   name = "it"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_sfn_state_machine" "it" {
///   name = "it"
///   logging_configuration {
///     level = "ALL"
///   }
/// }
/// ```
@Rule(
    title = "executions of the state machine are not logged",
    severity = Severity.LOW,
    serves = {},
    fix = "set a logging level of `ERROR` or `ALL` with a log group",
    price = "logs cost money, and with execution data hold what the states pass on")
public final class StateMachineWithoutLogging implements LocalCheck<StateMachine> {
  @Override
  public Judgement judge(StateMachine machine) {
    return Judgement.of(
        machine.logLevel().isOneOf("ALL", "ERROR", "FATAL").not().saying("nothing is logged"));
  }
}
