package dev.postern.policy;

import java.util.Optional;

/// The policies that AWS itself writes and keeps.
///
/// @see <a
///   href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html">AWS
///   managed policies</a>
public interface ManagedPolicies {

  /// The JSON document of the default version.
  ///
  /// @param nameOrArn `AdministratorAccess`, or an ARN of any partition, whose path is then
  ///   compared too: `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`
  /// @return empty for policies that are not AWS's, and for those newer than the data
  Optional<String> document(String nameOrArn);
}
