package dev.postern.rules.kms;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.kms.Key;

/// Rotation gives a key new material each year, or after the days it is told, and keeps the old for
/// what it encrypted. Without it everything that was ever encrypted hangs on one piece of material.
/// Nothing else changes: not the key's id, not its policy, not its users.
///
/// It is off where nothing is said. Only symmetric keys whose material KMS made can rotate by
/// themselves: asymmetric and HMAC keys, imported material and key stores outside KMS are not
/// asked.
///
/// ```yaml finding
/// Resources:
///   Data:         # here
///     Type: AWS::KMS::Key
/// ```
///
/// ```hcl finding
/// resource "aws_kms_key" "data" {
///   enable_key_rotation = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::KMS::Key
///     Properties: {EnableKeyRotation: true}
/// ```
///
/// ```hcl clean
/// resource "aws_kms_key" "data" {
///   enable_key_rotation     = true
///   rotation_period_in_days = 180
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Rotate: {Type: String}
/// Resources:
///   Data:
///     Type: AWS::KMS::Key
///     Properties: {EnableKeyRotation: !Ref Rotate}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Signing:
///     Type: AWS::KMS::Key
///     Properties: {KeySpec: ECC_NIST_P256, KeyUsage: SIGN_VERIFY}
/// ```
///
/// ```hcl unconcerned
/// resource "aws_kms_key" "signing" {
///   customer_master_key_spec = "RSA_4096"
///   key_usage                = "SIGN_VERIFY"
/// }
/// ```
@Rule(
    title = "KMS key is never rotated",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "turn on automatic rotation")
public final class KeyNotRotated implements LocalCheck<Key> {
  @Override
  public Judgement judge(Key key) {
    return Judgement.where(key.isRotatable(), key.rotation().is(true).not());
  }
}
