package dev.postern.view.kms;

import dev.postern.model.Given;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A store of data that AWS encrypts with a key of its own unless it is given one.
///
/// @param switchedBy the property that turns encryption on; empty where it cannot be off
/// @param key the property that names the key
public record EncryptedStore(Resource resource, String switchedBy, String key) implements View {
  private record Paths(String switchedBy, String key) {}

  private static final SequencedMap<String, Paths> PATHS = paths();

  public static final ViewType<EncryptedStore> TYPE =
      new ViewType<>(List.copyOf(PATHS.keySet()), (resource, _) -> of(resource));

  private static SequencedMap<String, Paths> paths() {
    var all = new LinkedHashMap<String, Paths>();
    for (String type :
        List.of(
            "AWS::RDS::DBInstance",
            "AWS::RDS::DBCluster",
            "AWS::DocDB::DBCluster",
            "AWS::Neptune::DBCluster")) {
      all.put(type, new Paths("StorageEncrypted", "KmsKeyId"));
    }
    all.put("AWS::Redshift::Cluster", new Paths("Encrypted", "KmsKeyId"));
    all.put("AWS::RedshiftServerless::Namespace", new Paths("", "KmsKeyId"));
    all.put("AWS::EFS::FileSystem", new Paths("Encrypted", "KmsKeyId"));
    all.put("AWS::DynamoDB::Table", new Paths("", "SSESpecification.KMSMasterKeyId"));
    all.put("AWS::ECR::Repository", new Paths("", "EncryptionConfiguration.KmsKey"));
    all.put("AWS::ElastiCache::ReplicationGroup", new Paths("AtRestEncryptionEnabled", "KmsKeyId"));
    all.put("AWS::MemoryDB::Cluster", new Paths("", "KmsKeyId"));
    all.put(
        "AWS::OpenSearchService::Domain",
        new Paths("EncryptionAtRestOptions.Enabled", "EncryptionAtRestOptions.KmsKeyId"));
    all.put(
        "AWS::Elasticsearch::Domain",
        new Paths("EncryptionAtRestOptions.Enabled", "EncryptionAtRestOptions.KmsKeyId"));
    all.put("AWS::SNS::Topic", new Paths("", "KmsMasterKeyId"));
    all.put("AWS::Logs::LogGroup", new Paths("", "KmsKeyId"));
    all.put("AWS::CloudTrail::Trail", new Paths("", "KMSKeyId"));
    all.put("AWS::Backup::BackupVault", new Paths("", "EncryptionKeyArn"));
    all.put("AWS::SecretsManager::Secret", new Paths("", "KmsKeyId"));
    all.put("AWS::DMS::ReplicationInstance", new Paths("", "KmsKeyId"));
    all.put("AWS::AmazonMQ::Broker", new Paths("", "EncryptionOptions.KmsKeyId"));
    return all;
  }

  private static EncryptedStore of(Resource resource) {
    Paths paths = PATHS.getOrDefault(resource.type(), new Paths("", ""));
    return new EncryptedStore(resource, paths.switchedBy(), paths.key());
  }

  /// Whether it is encrypted by its own settings, or cannot be without.
  public Verdict isEncrypted() {
    return switchedBy.isEmpty() ? Verdict.yes() : at(switchedBy).is(true);
  }

  /// Whether it is given a key other than the one that AWS keeps for the service, whose alias
  /// begins with `alias/aws/`.
  ///
  /// @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html">AWS managed
  ///   keys</a>
  public Verdict hasCustomerKey() {
    Property written = at(key);
    return Given.isGiven(written).and(isAwsManaged(written).not());
  }

  /// Whether no key at all encrypts its contents where none is named: an SNS topic then lies on
  /// encrypted disks, but its messages are not encrypted.
  ///
  /// @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-data-encryption.html">Amazon SNS
  ///   data encryption</a>
  public boolean needsKey() {
    return resource.type().equals("AWS::SNS::Topic");
  }

  public Verdict namesKey() {
    return Given.isGiven(at(key));
  }

  private static Verdict isAwsManaged(Property name) {
    return name.text()
            .sole()
            .flatMap(Text::literal)
            .filter(n -> n.contains("alias/aws/"))
            .isPresent()
        ? Verdict.yes(new Evidence(name.value().origin(), ""))
        : Verdict.no();
  }

  private Property at(String path) {
    return resource.at(path.split("\\."));
  }
}
