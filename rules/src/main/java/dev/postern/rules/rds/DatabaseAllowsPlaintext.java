package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.rds.Database;

/// Every database of RDS offers TLS, and most clients fall back to plain text without a word. Only
/// the database can insist, by a parameter: `rds.force_ssl` for PostgreSQL and SQL Server,
/// `require_secure_transport` for MySQL and MariaDB, `tls` for DocumentDB.
///
/// Where the parameter is not set the engine decides. RDS for PostgreSQL insists from version 15
/// and Aurora PostgreSQL from version 17, DocumentDB always; SQL Server and MySQL before version
/// 8.4, MariaDB before 11.8 do not, and for later ones it is left undecided. So it is where the
/// version or the parameter group is not known.
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, EngineVersion: "14.10"}
/// ```
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: MySQL, EngineVersion: "8.0"}
/// ```
///
/// ```hcl finding
/// resource "aws_db_parameter_group" "orders" {
///   family = "postgres16"
///   parameter {
///     name  = "rds.force_ssl"
///     value = "0" # here
///   }
/// }
///
/// resource "aws_db_instance" "orders" {
///   engine               = "postgres"
///   engine_version       = "16.3"
///   parameter_group_name = aws_db_parameter_group.orders.name
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBCluster
///     Properties:
///       Engine: aurora-mysql
///       DBClusterParameterGroupName: !Ref Group
///   Group:
///     Type: AWS::RDS::DBClusterParameterGroup
///     Properties:
///       Family: aurora-mysql8.0
///       Parameters: {require_secure_transport: "ON"}
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine         = "postgres"
///   engine_version = "16.3"
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Files:
///     Type: AWS::DocDB::DBCluster
///     Properties: {DBClusterParameterGroupName: !Ref Group}
///   Group:
///     Type: AWS::DocDB::DBClusterParameterGroup
///     Properties:
///       Family: docdb5.0
///       Parameters: {tls: disabled} # here
/// ```
///
/// ```yaml undecided
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: mysql
///       EngineVersion: "8.0.39"
///       DBParameterGroupName: company-standard
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: oracle-ee}
/// ```
@Rule(
    title = "database accepts connections without TLS",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix =
        "set `rds.force_ssl` (PostgreSQL, SQL Server) or `require_secure_transport` (MySQL,"
            + " MariaDB) to 1 in the parameter group",
    price = "clients that do not use TLS are refused")
public final class DatabaseAllowsPlaintext implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    return Judgement.where(database.canInsistOnTls(), database.insistsOnTls().not());
  }
}
