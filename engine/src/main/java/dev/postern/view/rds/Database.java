package dev.postern.view.rds;

import dev.postern.model.Cloud;
import dev.postern.model.Given;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A database instance or cluster of RDS, Aurora, DocumentDB or Neptune: they share their words.
public record Database(Resource resource, Cloud cloud) implements View {
  private static final String INSTANCE = "AWS::RDS::DBInstance";
  private static final String CLUSTER = "AWS::RDS::DBCluster";
  private static final String DOCUMENTS = "AWS::DocDB::DBCluster";
  private static final String NEPTUNE = "AWS::Neptune::DBCluster";

  public static final ViewType<Database> TYPE =
      new ViewType<>(List.of(INSTANCE, CLUSTER, DOCUMENTS, NEPTUNE), Database::new);

  private static final List<String> ORIGINS =
      List.of(
          "DBSnapshotIdentifier",
          "DBClusterSnapshotIdentifier",
          "SnapshotIdentifier",
          "SourceDBInstanceIdentifier",
          "SourceDbiResourceId",
          "SourceDBClusterIdentifier",
          "ReplicationSourceIdentifier",
          "GlobalClusterIdentifier");

  /// Whether it is an instance of a cluster, which decides storage, backups and sign-in for it.
  public Verdict isMember() {
    return resource.type().equals(INSTANCE)
        ? resource.at("DBClusterIdentifier").isWritten()
        : Verdict.no();
  }

  /// Whether it is made from a snapshot or another database, whose settings it takes over.
  public Verdict isCopy() {
    return Verdict.any(ORIGINS.stream().map(name -> resource.at(name).isWritten()).toList());
  }

  /// The database that it is made from, where that is reviewed too.
  public Optional<Database> source() {
    return Stream.of(
            source("SourceDBInstanceIdentifier", INSTANCE),
            source("SourceDBClusterIdentifier", CLUSTER),
            source("ReplicationSourceIdentifier", CLUSTER))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Database> source(String property, String type) {
    return resource
        .at(property)
        .text()
        .sole()
        .flatMap(name -> cloud.target(resource, name, type))
        .map(found -> cloud.view(TYPE, found));
  }

  /// Whether it replicates another instance.
  public Verdict isReplica() {
    return resource
        .at("SourceDBInstanceIdentifier")
        .isWritten()
        .or(resource.at("ReplicationSourceIdentifier").isWritten());
  }

  /// Whether Aurora runs it, which encrypts new clusters since 2026-02-18.
  public Verdict isAurora() {
    return resource.type().equals(CLUSTER) ? engineStarts("aurora") : Verdict.no();
  }

  public boolean isNeptune() {
    return resource.type().equals(NEPTUNE);
  }

  public boolean isRds() {
    return resource.type().equals(INSTANCE) || resource.type().equals(CLUSTER);
  }

  /// Whether the engine's name begins with one of these, in any case: `aurora`, `postgres`.
  public Verdict engineStarts(String... names) {
    return resource
        .at("Engine")
        .text()
        .decide(engine ->
            Stream.of(names).map(name -> starts(engine, name)).reduce(Truth.FALSE, Truth::or));
  }

  private static Truth starts(Text engine, String name) {
    return engine
        .literal()
        .map(whole -> Truth.of(whole.toLowerCase(Locale.ROOT).startsWith(name)))
        .orElseGet(() -> engine.startsWith(name));
  }

  Property engineVersion() {
    return resource.at("EngineVersion");
  }

  public Property storageEncrypted() {
    return resource.at("StorageEncrypted");
  }

  /// Days for which automatic backups are kept; 0 for none.
  public Property backupRetention() {
    return resource.at("BackupRetentionPeriod");
  }

  public Property deletionProtection() {
    return resource.at("DeletionProtection");
  }

  /// Whether IAM may sign in to it.
  public Property iamAuthentication() {
    return resource.at(isNeptune() ? "IamAuthEnabled" : "EnableIAMDatabaseAuthentication");
  }

  public Property exportedLogs() {
    return resource.at("EnableCloudwatchLogsExports");
  }

  public Property masterPassword() {
    return resource.at("MasterUserPassword");
  }

  public Verdict hasMasterPassword() {
    return Given.isGiven(masterPassword());
  }

  /// Whether RDS keeps the master password in Secrets Manager.
  public Property managedPassword() {
    return resource.at("ManageMasterUserPassword");
  }

  /// Whether it can insist on TLS by a parameter, and is asked to itself.
  public Verdict canInsistOnTls() {
    return resource.type().equals(DOCUMENTS)
        ? Verdict.yes()
        : Verdict.of(isRds(), resource.evidence(""))
            .and(engineStarts("postgres", "mysql", "mariadb", "sqlserver", "aurora"))
            .and(isMember().not());
  }

  /// Whether it refuses connections without TLS.
  public Verdict insistsOnTls() {
    return resource.type().equals(DOCUMENTS)
        ? Transport.documents(this)
        : Transport.relational(this);
  }

  /// How its parameter group sets a parameter: empty where it has none of its own, unknown where
  /// the group is not reviewed too.
  Optional<Property> parameter(String name) {
    boolean instance = resource.type().equals(INSTANCE);
    String group = instance ? "DBParameterGroup" : "DBClusterParameterGroup";
    String service = resource.type().substring(0, resource.type().lastIndexOf(':') + 1);
    return ParameterGroup.of(cloud, resource.at(group + "Name"), service + group)
        .map(parameters -> parameters.at(name));
  }
}
