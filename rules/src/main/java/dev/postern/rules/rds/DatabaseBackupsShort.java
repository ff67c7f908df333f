package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.rds.Database;
import java.math.BigDecimal;

/// An error is seldom found on the day it is made. With automatic backups for a week the database
/// can be put back to any second of that week; with none, a deletion is final.
///
/// Amazon RDS keeps one day where nothing is said; Terraform's `aws_db_instance` asks for none. A
/// replica is made again from its source and is not asked, and an instance of a cluster is backed
/// up with the cluster.
///
/// ```yaml finding
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: mysql
///       BackupRetentionPeriod: 0 # here
/// ```
///
/// ```hcl finding
/// resource "aws_db_instance" "orders" { # here
///   engine         = "mysql"
///   instance_class = "db.t4g.micro"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBCluster
///     Properties: {Engine: aurora-mysql, BackupRetentionPeriod: "14"}
/// ```
///
/// ```hcl clean
/// resource "aws_rds_cluster" "orders" {
///   engine                  = "aurora-mysql"
///   backup_retention_period = 7
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Days: {Type: Number}
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBCluster
///     Properties: {Engine: aurora-mysql, BackupRetentionPeriod: !Ref Days}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Replica:
///     Type: AWS::RDS::DBInstance
///     Properties: {SourceDBInstanceIdentifier: orders}
/// ```
@Rule(
    title = "database keeps backups for less than 7 days",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "keep automatic backups for at least 7 days")
public final class DatabaseBackupsShort implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    Verdict applies = database.isMember().or(database.isReplica()).not();
    return Judgement.where(
        applies, database.backupRetention().isNumber(days -> days.compareTo(WEEK) < 0));
  }

  private static final BigDecimal WEEK = BigDecimal.valueOf(7);
}
