package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.rds.Database;

/// The logs of a database say who signed in and what failed. On the instance they are kept for a
/// few days, are gone with it, and may be cleared by whoever administers it; in CloudWatch Logs
/// they are kept as long as the log group says.
///
/// None are exported where nothing is said. Instances of a cluster export with the cluster.
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres}
/// ```
///
/// ```hcl finding
/// resource "aws_docdb_cluster" "orders" {
///   engine                          = "docdb"
///   enabled_cloudwatch_logs_exports = [] # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBCluster
///     Properties:
///       Engine: aurora-mysql
///       EnableCloudwatchLogsExports: [audit, error]
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine                          = "postgres"
///   instance_class                  = "db.t4g.micro"
///   enabled_cloudwatch_logs_exports = ["postgresql"]
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Fn::Transform: {Name: CommonDatabase}
/// ```
@Rule(
    title = "database logs stay on the database",
    severity = Severity.LOW,
    serves = {},
    fix = "export the engine's logs, its audit log among them, to CloudWatch Logs")
public final class DatabaseLogsNotExported implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    return Judgement.where(
        database.isMember().not(),
        database.exportedLogs().isWritten().not().saying("no log is exported"));
  }
}
