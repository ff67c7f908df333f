package dev.postern.policy.document;

import dev.postern.model.Text;
import dev.postern.value.Reason;

/// Who a statement is about.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
public sealed interface Principal {

  /// `"*"` or `{"AWS": "*"}`: everyone, anonymous requests included.
  record Everyone() implements Principal {}

  /// An account, by its id or the ARN of its root: whoever the account itself allows.
  ///
  /// @param id twelve digits, or a hole
  record Account(Text id) implements Principal {}

  /// A user, role or session.
  record Arn(Text arn) implements Principal {}

  /// `ec2.amazonaws.com`.
  record Service(Text name) implements Principal {}

  /// An identity provider: its ARN, or a name such as `cognito-identity.amazonaws.com`.
  record Federated(Text provider) implements Principal {}

  /// An S3 canonical user id.
  record CanonicalUser(Text id) implements Principal {}

  /// The unique id that is left of a deleted user or role; it is nobody.
  record Deleted(String uniqueId) implements Principal {}

  /// Not known: it may be everyone.
  record Unknown(Reason reason) implements Principal {}
}
