package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.rds.DatabaseEndpoint;

/// A publicly accessible database gets a public address, and its name resolves to it from outside.
/// From then on a security group and a password are all that stands between the data and everybody.
///
/// Where nothing is written, Amazon RDS decides by the VPC: with an internet gateway attached the
/// instance becomes public (API page CreateDBInstance). A template that does not say it leaves the
/// question open. Terraform's provider writes false, and so do Neptune and, since January 2025,
/// Redshift; for a Redshift cluster in Terraform it depends on the provider's version.
///
/// ```yaml finding
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: postgres
///       PubliclyAccessible: true # here
/// ```
///
/// ```hcl finding
/// resource "aws_rds_cluster_instance" "orders" {
///   cluster_identifier  = "orders"
///   engine              = "aurora-postgresql"
///   instance_class      = "db.r6g.large"
///   publicly_accessible = true # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: postgres
///       PubliclyAccessible: false
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine         = "postgres"
///   instance_class = "db.t4g.micro"
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: postgres
///       DBSubnetGroupName: data
/// ```
///
/// ```hcl undecided
/// variable "public" {
///   type = bool
/// }
///
/// resource "aws_db_instance" "orders" {
///   engine              = "postgres"
///   instance_class      = "db.t4g.micro"
///   publicly_accessible = var.public
/// }
/// ```
@Rule(
    title = "database has a public address",
    severity = Severity.HIGH,
    serves = {"F10", "P2.3"},
    fix = "set `PubliclyAccessible` to false and reach the database from inside its network",
    price = "clients outside the network lose their connection")
public final class DatabasePubliclyAccessible implements LocalCheck<DatabaseEndpoint> {
  @Override
  public Judgement judge(DatabaseEndpoint databaseEndpoint) {
    Verdict written = databaseEndpoint.publiclyAccessible().isWritten();
    Verdict open = databaseEndpoint.publiclyAccessible().is(true).saying("gets a public address");
    if (databaseEndpoint.isDecidedByVpc()) {
      open =
          open.or(written.not().and(databaseEndpoint.undecided("not set; RDS decides by the VPC")));
    }
    if (databaseEndpoint.isDecidedByProvider()) {
      open =
          open.or(
              written
                  .not()
                  .and(databaseEndpoint.undecided("not set; depends on the provider's version")));
    }
    return Judgement.of(open);
  }
}
