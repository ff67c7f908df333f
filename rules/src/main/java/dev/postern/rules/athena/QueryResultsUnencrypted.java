package dev.postern.rules.athena;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.athena.WorkGroup;

/// The results of queries are copies of the data, in a bucket that is often not the data's own. A
/// workgroup that names their encryption and enforces its configuration decides for all clients;
/// otherwise each client does.
///
/// Enforcing is on where nothing is said. Results that Athena manages itself are always encrypted.
///
/// ```yaml finding
/// Resources:
///   Analysts:
///     Type: AWS::Athena::WorkGroup
///     Properties:
///       Name: analysts
/// ```
///
/// ```hcl finding
/// resource "aws_athena_workgroup" "analysts" {
///   name = "analysts"
///   configuration {
///     enforce_workgroup_configuration = false # here
///     result_configuration {
///       encryption_configuration {
///         encryption_option = "SSE_S3"
///       }
///     }
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Analysts:
///     Type: AWS::Athena::WorkGroup
///     Properties:
///       Name: analysts
///       WorkGroupConfiguration:
///         ResultConfiguration:
///           EncryptionConfiguration: {EncryptionOption: SSE_KMS, KmsKey: alias/results}
/// ```
///
/// ```hcl clean
/// resource "aws_athena_workgroup" "analysts" {
///   name = "analysts"
///   configuration {
///     result_configuration {
///       encryption_configuration {
///         encryption_option = "SSE_KMS"
///         kms_key_arn       = "alias/results"
///       }
///     }
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Analysts:
///     Type: AWS::Athena::WorkGroup
///     Properties:
///       Name: analysts
///       WorkGroupConfiguration:
///         EnforceWorkGroupConfiguration: !Ref Given
///         ResultConfiguration:
///           EncryptionConfiguration: {EncryptionOption: SSE_S3}
/// ```
@Rule(
    title = "query results are written as clients wish",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "name the encryption of results in the workgroup and enforce its configuration")
public final class QueryResultsUnencrypted implements LocalCheck<WorkGroup> {
  @Override
  public Judgement judge(WorkGroup workGroup) {
    Verdict unnamed =
        workGroup.resultEncryption().isWritten().not().saying("no encryption of results");
    Verdict optional = workGroup.enforced().is(false);
    return Judgement.of(unnamed.or(optional).and(workGroup.managedResults().is(true).not()));
  }
}
