package dev.postern.model;

import java.util.Optional;

/// The resources and data sources of one version of Terraform's AWS provider.
public interface TerraformSchemas {

  /// The provider's version that the data is of: `6.25.0`.
  String version();

  /// A resource type: `aws_s3_bucket`.
  Optional<TerraformType> resource(String type);

  /// A data source: `aws_iam_policy_document`.
  Optional<TerraformType> dataSource(String type);

  /// Whether it is a resource type or a data source; reads no schema.
  boolean known(String type);
}
