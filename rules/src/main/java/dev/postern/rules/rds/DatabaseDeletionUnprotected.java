package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.rds.Database;

/// With deletion protection on, a delete call fails until somebody turns the protection off in a
/// call of its own. That stops a wrong stack, a wrong account, and a script that took a name too
/// many.
///
/// It is off where nothing is said. Instances of a cluster are protected with the cluster.
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::DocDB::DBCluster
///     Properties: {MasterUsername: app}
/// ```
///
/// ```hcl finding
/// resource "aws_db_instance" "orders" {
///   engine              = "mysql"
///   instance_class      = "db.t4g.micro"
///   deletion_protection = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: mysql, DeletionProtection: true}
/// ```
///
/// ```hcl clean
/// resource "aws_neptune_cluster" "orders" {
///   engine              = "neptune"
///   deletion_protection = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Protected: {Type: String}
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBCluster
///     Properties: {Engine: aurora-mysql, DeletionProtection: !Ref Protected}
/// ```
@Rule(
    title = "database can be deleted with one call",
    severity = Severity.LOW,
    serves = {},
    fix = "turn on deletion protection",
    price = "the stack can be deleted only after protection is turned off")
public final class DatabaseDeletionUnprotected implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    return Judgement.where(database.isMember().not(), database.deletionProtection().is(true).not());
  }
}
