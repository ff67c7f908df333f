package dev.postern.readers.terraform.lens;

import dev.postern.model.Schemas;
import java.util.Optional;

/// The types of the provider `awscc`, which is made of CloudFormation's own schemas:
/// `awscc_s3_bucket` is `AWS::S3::Bucket`.
///
/// @see <a href="https://registry.terraform.io/providers/hashicorp/awscc/latest/docs">awscc</a>
final class CloudControl {
  private CloudControl() {}

  static Optional<Lens> lens(String terraformType, Schemas schemas) {
    String[] words = terraformType.split("_", 3);
    if (words.length < 3 || !words[0].equals("awscc")) {
      return Optional.empty();
    }
    String type = "AWS::" + words[1] + "::" + words[2].replace("_", "");
    return schemas.types().stream()
        .filter(type::equalsIgnoreCase)
        .findFirst()
        .map(found -> Lens.plain(terraformType, found));
  }
}
