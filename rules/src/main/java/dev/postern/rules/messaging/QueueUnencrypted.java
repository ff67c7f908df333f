package dev.postern.rules.messaging;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.messaging.Queue;

/// Amazon SQS encrypts new queues with its own keys since October 2022 where nothing is said. A
/// queue that says `SqsManagedSseEnabled: false` and names no KMS key keeps its messages in the
/// clear.
///
/// ```yaml finding
/// Resources:
///   Jobs:
///     Type: AWS::SQS::Queue
///     Properties:
///       SqsManagedSseEnabled: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_sqs_queue" "jobs" {
///   name                    = "jobs"
///   sqs_managed_sse_enabled = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Jobs:
///     Type: AWS::SQS::Queue
///     Properties:
///       SqsManagedSseEnabled: true
/// ```
///
/// ```hcl clean
/// resource "aws_sqs_queue" "jobs" {
///   name              = "jobs"
///   kms_master_key_id = "alias/jobs"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Jobs:
///     Type: AWS::SQS::Queue
///     Properties:
///       SqsManagedSseEnabled: !Ref Given
/// ```
///
/// ```yaml clean
/// Resources:
///   Jobs:
///     Type: AWS::SQS::Queue
/// ```
@Rule(
    title = "queue turns its encryption off",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "remove `SqsManagedSseEnabled: false`, or name a KMS key")
public final class QueueUnencrypted implements LocalCheck<Queue> {
  @Override
  public Judgement judge(Queue queue) {
    return Judgement.of(queue.managedEncryption().is(false).and(queue.key().isWritten().not()));
  }
}
