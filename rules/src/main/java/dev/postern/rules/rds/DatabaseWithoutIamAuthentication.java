package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.rds.Database;

/// With IAM authentication an application signs in with a token that lasts 15 minutes and is issued
/// to its role. No password has to be stored, handed on or rotated, and a role that is taken away
/// is out at once.
///
/// The rule asks databases whose engine can do it: MySQL, MariaDB and PostgreSQL, in RDS and
/// Aurora. Neptune, which has no passwords, is the matter of `graph-without-iam-authentication`.
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres}
/// ```
///
/// ```hcl finding
/// resource "aws_rds_cluster" "orders" {
///   engine                              = "aurora-mysql"
///   iam_database_authentication_enabled = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: mariadb, EnableIAMDatabaseAuthentication: true}
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine                              = "postgres"
///   instance_class                      = "db.t4g.micro"
///   iam_database_authentication_enabled = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Engine: {Type: String}
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: !Ref Engine}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: oracle-ee}
/// ```
@Rule(
    title = "database accepts passwords only",
    severity = Severity.LOW,
    serves = {"P3.2"},
    fix = "turn on IAM database authentication and let applications sign in with tokens")
public final class DatabaseWithoutIamAuthentication implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    if (!database.isRds()) {
      return Judgement.notApplicable();
    }
    Verdict able = database.engineStarts("mysql", "mariadb", "postgres", "aurora");
    return Judgement.where(
        able.and(database.isMember().not()), database.iamAuthentication().is(true).not());
  }
}
