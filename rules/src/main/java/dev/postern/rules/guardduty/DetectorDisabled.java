package dev.postern.rules.guardduty;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.guardduty.Detector;

/// A detector that is written and disabled looks like protection and is none: findings stop, and
/// old ones stay as if nothing had happened since.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::GuardDuty::Detector
///     Properties:
///       Enable: false # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::GuardDuty::Detector
///     Properties:
///       Enable: true
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::GuardDuty::Detector
///     Properties:
///       Enable: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_guardduty_detector" "it" {
///   enable = false # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_guardduty_detector" "it" {
///   enable = true
/// }
/// ```
@Rule(
    title = "threat detection is switched off",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `Enable: true`",
    price = "GuardDuty costs money by the events that it reads")
public final class DetectorDisabled implements LocalCheck<Detector> {
  @Override
  public Judgement judge(Detector detector) {
    return Judgement.of(detector.enabled().is(false).saying("switched off"));
  }
}
