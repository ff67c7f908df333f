package dev.postern.rules.kms;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.kms.EncryptedStore;

/// Where no key is named, AWS encrypts with a key that it owns or manages. Whoever may read the
/// store may then decrypt it: that key has no policy of yours, cannot be taken away from one
/// reader, and cannot be shared with another account. A customer key can, and each use of it is on
/// record.
///
/// The rule asks stores that are encrypted and name no key, or name the key that AWS manages
/// (`alias/aws/...`). Stores that are not encrypted at all are other rules' matter, and so are
/// buckets. Of an SNS topic that names no key only the disks are encrypted, and the finding says
/// so. Not everything needs a customer key: this is for data that is sensitive.
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, StorageEncrypted: true}
/// ```
///
/// ```hcl finding
/// resource "aws_secretsmanager_secret" "orders" { # here
///   name = "orders"
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Alerts:
///     Type: AWS::SNS::Topic
///     Properties:
///       KmsMasterKeyId: alias/aws/sns # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Alerts: # here
///     Type: AWS::SNS::Topic
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::DynamoDB::Table
///     Properties:
///       SSESpecification: {SSEEnabled: true, KMSMasterKeyId: alias/orders}
/// ```
///
/// ```hcl clean
/// resource "aws_cloudwatch_log_group" "orders" {
///   name       = "orders"
///   kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e"
/// }
/// ```
///
/// ```yaml clean
/// Parameters:
///   Key: {Type: String}
/// Resources:
///   Trail:
///     Type: AWS::CloudTrail::Trail
///     Properties: {IsLogging: true, S3BucketName: trails, KMSKeyId: !Ref Key}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Encrypted: {Type: String}
/// Resources:
///   Files:
///     Type: AWS::EFS::FileSystem
///     Properties: {Encrypted: !Ref Encrypted}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, StorageEncrypted: false}
/// ```
@Rule(
    title = "data is encrypted without a customer key",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "name a KMS key of your own",
    price = "readers and writers need permission to use the key; some stores are replaced")
public final class StoreWithoutCustomerKey implements LocalCheck<EncryptedStore> {
  @Override
  public Judgement judge(EncryptedStore encryptedStore) {
    if (encryptedStore.needsKey() && encryptedStore.namesKey() instanceof Verdict.No none) {
      return Judgement.of(
          Claim.of(none.not().saying("no key")).titled("topic is not encrypted with a key"));
    }
    return Judgement.where(
        encryptedStore.isEncrypted(),
        encryptedStore.hasCustomerKey().not().saying("no customer key"));
  }
}
