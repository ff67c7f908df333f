package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.rds.Database;

/// Neptune has no users and no passwords. Without IAM authentication whoever reaches its port reads
/// and writes the whole graph; with it every request is signed and a policy decides.
///
/// It is off where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Graph:        # here
///     Type: AWS::Neptune::DBCluster
///     Properties: {StorageEncrypted: true}
/// ```
///
/// ```hcl finding
/// resource "aws_neptune_cluster" "graph" {
///   engine                              = "neptune"
///   iam_database_authentication_enabled = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Graph:
///     Type: AWS::Neptune::DBCluster
///     Properties: {IamAuthEnabled: true}
/// ```
///
/// ```hcl clean
/// resource "aws_neptune_cluster" "graph" {
///   engine                              = "neptune"
///   iam_database_authentication_enabled = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Iam: {Type: String}
/// Resources:
///   Graph:
///     Type: AWS::Neptune::DBCluster
///     Properties: {IamAuthEnabled: !Ref Iam}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres}
/// ```
@Rule(
    title = "Neptune answers anybody who reaches it",
    severity = Severity.MEDIUM,
    serves = {"P1.3"},
    fix = "turn on IAM authentication for the cluster",
    price = "clients have to sign their requests")
public final class GraphWithoutIamAuthentication implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    return database.isNeptune()
        ? Judgement.of(database.iamAuthentication().is(true).not())
        : Judgement.notApplicable();
  }
}
