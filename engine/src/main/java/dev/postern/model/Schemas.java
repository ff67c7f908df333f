package dev.postern.model;

import java.util.List;
import java.util.Optional;

/// The resource types of CloudFormation. Names matter in case, as in templates.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">resource
///   types</a>
public interface Schemas {

  /// The schema of a type (`AWS::S3::Bucket`); empty when [#known(String)] is false.
  Optional<TypeSchema> type(String cfnType);

  /// Whether AWS publishes this type; reads no schema.
  boolean known(String cfnType);

  /// Every known type, sorted.
  List<String> types();
}
