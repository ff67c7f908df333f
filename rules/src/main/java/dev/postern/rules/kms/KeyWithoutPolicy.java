package dev.postern.rules.kms;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.kms.Key;

/// The default key policy hands every decision to the IAM policies of the account: whoever an
/// administrator there lets use `kms:*` may decrypt. A policy of the key's own names who
/// administers it and who uses it, and nobody becomes either by a policy elsewhere.
///
/// A key policy in a resource of its own counts where the source has one.
///
/// ```yaml finding
/// Resources:
///   Data:         # here
///     Type: AWS::KMS::Key
///     Properties: {EnableKeyRotation: true}
/// ```
///
/// ```hcl finding
/// resource "aws_kms_key" "data" { # here
///   enable_key_rotation = true
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::KMS::Key
///     Properties:
///       KeyPolicy:
///         Statement:
///           - Effect: Allow
///             Principal: {AWS: "arn:aws:iam::111122223333:role/key-admin"}
///             Action: [kms:Describe*, kms:Put*, kms:ScheduleKeyDeletion]
///             Resource: "*"
/// ```
///
/// ```hcl clean
/// resource "aws_kms_key" "data" {
///   policy = jsonencode({
///     Statement = [{
///       Effect    = "Allow"
///       Principal = { AWS = "arn:aws:iam::111122223333:role/key-admin" }
///       Action    = ["kms:Describe*", "kms:Put*", "kms:ScheduleKeyDeletion"]
///       Resource  = "*"
///     }]
///   })
/// }
/// ```
@Rule(
    title = "KMS key leaves its policy to the default",
    severity = Severity.INFO,
    serves = {},
    fix = "write a key policy that parts administration from use")
public final class KeyWithoutPolicy implements LocalCheck<Key> {
  @Override
  public Judgement judge(Key key) {
    return Judgement.of(key.hasPolicy().not().saying("the default key policy applies"));
  }
}
