package dev.postern.rules.messaging;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.messaging.Stream;

/// Records wait in a stream for a day to a year. They are encrypted at rest only when the stream
/// asks for it.
///
/// ```yaml finding
/// Resources:
///   Clicks:
///     Type: AWS::Kinesis::Stream
///     Properties:
///       ShardCount: 1
/// ```
///
/// ```hcl finding
/// resource "aws_kinesis_stream" "clicks" {
///   name            = "clicks"
///   encryption_type = "NONE" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Clicks:
///     Type: AWS::Kinesis::Stream
///     Properties:
///       ShardCount: 1
///       StreamEncryption: {EncryptionType: KMS, KeyId: alias/clicks}
/// ```
///
/// ```hcl clean
/// resource "aws_kinesis_stream" "clicks" {
///   name            = "clicks"
///   encryption_type = "KMS"
///   kms_key_id      = "alias/clicks"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Clicks:
///     Type: AWS::Kinesis::Stream
///     Properties:
///       ShardCount: 1
///       StreamEncryption: {EncryptionType: !Ref Given, KeyId: alias/clicks}
/// ```
@Rule(
    title = "data stream is not encrypted",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "turn on server-side encryption with a KMS key",
    price = "producers and consumers need permission to use the key")
public final class StreamUnencrypted implements LocalCheck<Stream> {
  @Override
  public Judgement judge(Stream stream) {
    return Judgement.of(stream.encryption().is("KMS").not());
  }
}
