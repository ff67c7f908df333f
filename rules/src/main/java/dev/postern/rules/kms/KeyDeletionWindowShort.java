package dev.postern.rules.kms;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.kms.Key;
import java.math.BigDecimal;

/// When a key is deleted, what it encrypted is lost for good. The waiting period is the time in
/// which somebody can notice that a backup no longer opens, and cancel. Seven days, the least that
/// KMS allows, is one holiday.
///
/// KMS waits 30 days where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Data:
///     Type: AWS::KMS::Key
///     Properties:
///       PendingWindowInDays: 7 # here
/// ```
///
/// ```hcl finding
/// resource "aws_kms_key" "data" {
///   deletion_window_in_days = 7 # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::KMS::Key
/// ```
///
/// ```hcl clean
/// resource "aws_kms_key" "data" {
///   deletion_window_in_days = 30
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Days: {Type: Number}
/// Resources:
///   Data:
///     Type: AWS::KMS::Key
///     Properties: {PendingWindowInDays: !Ref Days}
/// ```
@Rule(
    title = "deleted KMS key is gone in less than 14 days",
    severity = Severity.LOW,
    serves = {},
    fix = "leave at least 14 days, best the 30 that AWS takes by itself")
public final class KeyDeletionWindowShort implements LocalCheck<Key> {
  @Override
  public Judgement judge(Key key) {
    return Judgement.of(key.deletionWindow().isNumber(days -> days.compareTo(FORTNIGHT) < 0));
  }

  private static final BigDecimal FORTNIGHT = BigDecimal.valueOf(14);
}
