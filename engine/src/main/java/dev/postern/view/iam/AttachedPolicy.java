package dev.postern.view.iam;

import dev.postern.iam.Requests;
import dev.postern.model.Facts;
import dev.postern.model.Resource;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.rule.Witness;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.World;
import java.util.Optional;

/// A policy that an identity has.
///
/// @param name the name of AWS's own policies, or the name written for an inline one
/// @param resource the policy where it is a resource of its own
/// @param document what it says, where the policy can be read
/// @param origin where it is attached: the inline document, or the ARN in the identity's list
/// @param when the world in which it is attached
public record AttachedPolicy(
    Kind kind,
    Optional<String> name,
    Optional<Resource> resource,
    Optional<PolicyDocument> document,
    Origin origin,
    World when) {

  /// A request that it allows.
  public Optional<Witness.Request> example(Facts facts) {
    return document.stream()
        .flatMap(d -> d.statements().stream())
        .filter(s -> s.allows() == Truth.TRUE)
        .findFirst()
        .map(s -> Requests.of(s, facts.actions()));
  }

  /// What keeps it from being read; empty where it is read, or surely is none of AWS's own.
  public Optional<Evidence> missing() {
    return switch (kind) {
      case UNKNOWN -> Optional.of(new Evidence(origin, "which policy is not known"));
      case OF_GROUP -> Optional.of(new Evidence(origin, "this group's policies are not known"));
      case INLINE, CUSTOMER_MANAGED, AWS_MANAGED, ELSEWHERE -> Optional.empty();
    };
  }

  /// The sorts of policies.
  public enum Kind {
    INLINE,
    /// A managed policy of the user's own.
    CUSTOMER_MANAGED,
    /// One that AWS writes.
    AWS_MANAGED,
    /// Nothing or not enough is known of its name.
    UNKNOWN,
    /// Named by an ARN that leads nowhere in what is reviewed.
    ELSEWHERE,
    /// All those of a group that is not known, or not reviewed.
    OF_GROUP
  }
}
