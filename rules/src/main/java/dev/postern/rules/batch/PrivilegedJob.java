package dev.postern.rules.batch;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.batch.JobDefinition;

/// A privileged container has root's powers over the instance that it runs on: whoever gets code
/// into the job owns the instance and its role.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::Batch::JobDefinition
///     Properties:
///       ContainerProperties:
///         Privileged: true # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::Batch::JobDefinition
///     Properties:
///       ContainerProperties:
///         Image: job
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::Batch::JobDefinition
///     Properties:
///       ContainerProperties:
///         Privileged: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_batch_job_definition" "it" {
///   name = "it"
///   type = "container"
///   container_properties = jsonencode({
///     privileged = true # here
///   })
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_batch_job_definition" "it" {
///   name = "it"
///   type = "container"
///   container_properties = jsonencode({
///     image = "job"
///   })
/// }
/// ```
@Rule(
    title = "the job runs in a privileged container",
    severity = Severity.HIGH,
    serves = {},
    fix = "set `Privileged: false`, and add the single Linux capability that the job needs",
    price = "what the job does with devices or the kernel may fail")
public final class PrivilegedJob implements LocalCheck<JobDefinition> {
  @Override
  public Judgement judge(JobDefinition definition) {
    return Judgement.of(definition.privileged().is(true).saying("root on the instance"));
  }
}
