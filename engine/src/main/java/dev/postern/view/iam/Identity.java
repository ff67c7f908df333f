package dev.postern.view.iam;

import dev.postern.iam.Grants;
import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Verdict;
import java.util.List;

/// A role, user or group: somebody with identity policies.
public sealed interface Identity extends View permits Role, User, Group {

  ViewType<Identity> TYPE =
      new ViewType<>(List.of("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"), Identity::of);

  private static Identity of(Resource resource, Cloud cloud) {
    return switch (resource.type()) {
      case "AWS::IAM::Role" -> cloud.view(Role.TYPE, resource);
      case "AWS::IAM::User" -> cloud.view(User.TYPE, resource);
      default -> cloud.view(Group.TYPE, resource);
    };
  }

  Cloud cloud();

  /// Every policy that it has, inline and attached, those of a user's groups included.
  List<AttachedPolicy> policies();

  /// The ARN of the permissions boundary; absent for groups.
  default Property boundary() {
    return resource().at("PermissionsBoundary");
  }

  /// The policies that can be read.
  default List<PolicyDocument> effectiveDocuments() {
    return policies().stream().flatMap(p -> p.document().stream()).toList();
  }

  /// What the policies that can be read grant together.
  default Grants grants() {
    return cloud().view(Granting.TYPE, resource()).grants();
  }

  /// Undecided where a policy is attached, or a group joined, and it is not known which; no where
  /// all are known.
  default Verdict hasUnknown() {
    return Verdict.any(
        policies().stream()
            .flatMap(policy ->
                policy.missing().stream()
                    .map(Verdict::undecided)
                    .map(open -> Verdict.within(List.of(policy.when()), open)))
            .toList());
  }
}
