package dev.postern.rules.logs;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.logs.LogGroup;

/// Logs hold names, addresses and now and then a secret. What is kept for ever leaks for ever, and
/// is paid for; how long is long enough is a decision, and the template is where it is written.
///
/// Events never expire where nothing is said. In Terraform `0` means the same.
///
/// ```yaml finding
/// Resources:
///   App:          # here
///     Type: AWS::Logs::LogGroup
/// ```
///
/// ```hcl finding
/// resource "aws_cloudwatch_log_group" "app" {
///   name              = "app"
///   retention_in_days = 0 # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   App:
///     Type: AWS::Logs::LogGroup
///     Properties: {RetentionInDays: 365}
/// ```
///
/// ```hcl clean
/// resource "aws_cloudwatch_log_group" "app" {
///   name              = "app"
///   retention_in_days = 365
/// }
/// ```
///
/// ```yaml clean
/// Parameters:
///   Days: {Type: Number}
/// Resources:
///   App:
///     Type: AWS::Logs::LogGroup
///     Properties: {RetentionInDays: !Ref Days}
/// ```
///
/// ```yaml undecided
/// Resources:
///   App:
///     Type: AWS::Logs::LogGroup
///     Properties:
///       Fn::Transform: {Name: CommonLogGroup}
/// ```
@Rule(
    title = "log group keeps its events for ever",
    severity = Severity.LOW,
    serves = {},
    fix = "say how long events are kept")
public final class LogGroupWithoutRetention implements LocalCheck<LogGroup> {
  @Override
  public Judgement judge(LogGroup logGroup) {
    return Judgement.of(logGroup.keepsForEver());
  }
}
