package dev.postern.rules.rds;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.rds.Database;
import java.util.ArrayList;

/// Unencrypted storage means unencrypted snapshots and backups too, and a snapshot is shared with
/// one call. RDS, DocumentDB and Neptune encrypt only what asks for it when it is created.
///
/// New Aurora clusters are encrypted with a key that AWS owns since 2026-02-18, whatever is
/// written; clusters from before stay as they are. An instance of a cluster takes the cluster's
/// storage, and a database that is made from a snapshot or another database takes over what that
/// one has, which is known where the other database is here too.
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, DBInstanceClass: db.t4g.micro}
/// ```
///
/// ```hcl finding
/// resource "aws_docdb_cluster" "orders" {
///   engine            = "docdb"
///   storage_encrypted = false # here
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Orders:       # here
///     Type: AWS::RDS::DBCluster
///     Properties: {Engine: aurora-postgresql}
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::Neptune::DBCluster
///     Properties: {StorageEncrypted: true}
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine            = "postgres"
///   instance_class    = "db.t4g.micro"
///   storage_encrypted = true
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       DBSnapshotIdentifier: orders-2026-01-01
///       DBInstanceClass: db.t4g.micro
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, StorageEncrypted: true}
///   Replica:
///     Type: AWS::RDS::DBInstance
///     Properties: {SourceDBInstanceIdentifier: !Ref Orders, DBInstanceClass: db.t4g.micro}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: aurora-postgresql
///       DBClusterIdentifier: orders
///       DBInstanceClass: db.r6g.large
/// ```
@Rule(
    title = "database storage is not encrypted",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix =
        "set `StorageEncrypted`, best with a customer key; an existing database is moved by way of"
            + " a snapshot copy",
    price = "storage encryption cannot be turned on in place: the database is replaced")
public final class DatabaseStorageUnencrypted implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    Verdict unknown = Verdict.undecided(database.resource().evidence("taken over from its source"));
    Verdict plain =
        plain(
            database,
            database
                .source()
                .filter(source -> source.isMember() instanceof Verdict.No)
                .map(source -> plain(source, unknown))
                .orElse(unknown));
    if (database.isMember() instanceof Verdict.No) {
      Evidence why = database.resource().evidence("Aurora encrypts new clusters since 2026-02-18");
      Verdict aurora = database.isAurora();
      var claims = new ArrayList<Claim>();
      if (!(aurora instanceof Verdict.Yes)) {
        claims.add(Claim.of(plain.and(aurora.not())));
      }
      if (aurora.possible()) {
        claims.add(Claim.of(plain.and(aurora)).at(Severity.MEDIUM, why));
      }
      return Judgement.of(claims);
    }
    return Judgement.where(database.isMember().not(), plain);
  }

  private static Verdict plain(Database database, Verdict inherited) {
    Verdict off = database.storageEncrypted().is(true).not();
    Verdict taken = database.storageEncrypted().isWritten().not().and(database.isCopy());
    return off.and(taken.not()).or(inherited.and(taken));
  }
}
