package dev.postern.view.rds;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A database instance or cluster of RDS, Aurora, DocumentDB or Neptune: they share their words.
public record Database(Resource resource, Cloud cloud) implements View {
  private static final String INSTANCE = "AWS::RDS::DBInstance";
  private static final String CLUSTER = "AWS::RDS::DBCluster";
  private static final String NEPTUNE = "AWS::Neptune::DBCluster";

  public static final ViewType<Database> TYPE =
      new ViewType<>(List.of(INSTANCE, CLUSTER, "AWS::DocDB::DBCluster", NEPTUNE), Database::new);

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

  /// Whether the engine's name begins with one of these: `aurora`, `postgres`.
  public Verdict engineStarts(String... names) {
    return resource
        .at("Engine")
        .text()
        .decide(engine -> Stream.of(names).map(engine::startsWith).reduce(Truth.FALSE, Truth::or));
  }

  public Property engineVersion() {
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

  /// Whether RDS keeps the master password in Secrets Manager.
  public Property managedPassword() {
    return resource.at("ManageMasterUserPassword");
  }

  /// The name of its parameter group.
  public Property parameterGroup() {
    return resource.at(
        resource.type().equals(INSTANCE) ? "DBParameterGroupName" : "DBClusterParameterGroupName");
  }

  /// The parameter group that `name` names, when it is reviewed too.
  public Optional<Resource> parameterGroup(Text name) {
    String type = resource.type();
    String group = type.equals(INSTANCE) ? "DBParameterGroup" : "DBClusterParameterGroup";
    return cloud.target(resource, name, type.substring(0, type.lastIndexOf(':') + 1) + group);
  }
}
