package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.stream.Stream;

/// An EBS volume.
public record Volume(Resource resource, Cloud cloud) implements View {
  public static final ViewType<Volume> TYPE = ViewType.linked("AWS::EC2::Volume", Volume::new);

  public Property encrypted() {
    return resource.at("Encrypted");
  }

  public Property kmsKeyId() {
    return resource.at("KmsKeyId");
  }

  public Property snapshotId() {
    return resource.at("SnapshotId");
  }

  /// Whether the unit of `resource` switches on that EBS encrypts every new volume
  /// (https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html).
  public static Verdict encryptedByDefault(Resource resource, Cloud cloud) {
    return Verdict.any(
        Stream.of("Postern::EC2::EbsEncryptionByDefault", "terraform:aws_ebs_encryption_by_default")
            .flatMap(type -> cloud.ofType(type).stream())
            .filter(r -> r.unit().equals(resource.unit()))
            .map(r -> r.at("Enabled").is(false).or(r.at("enabled").is(false)).not())
            .toList());
  }
}
