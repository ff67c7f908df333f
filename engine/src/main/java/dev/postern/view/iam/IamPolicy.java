package dev.postern.view.iam;

import dev.postern.iam.Grants;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An identity policy: a managed or inline one that is a resource of its own, the inline ones of an
/// identity, or one that stands alone.
///
/// @param documents one, or each inline policy of a role, user, group or permission set; none where
///   a document that stands alone is for something else
/// @param grants what they allow together
public record IamPolicy(
    Resource resource, Cloud cloud, List<PolicyDocument> documents, Grants grants)
    implements View {
  public static final ViewType<IamPolicy> TYPE =
      new ViewType<>(
          List.of(
              "AWS::IAM::ManagedPolicy",
              "AWS::IAM::Policy",
              "AWS::IAM::RolePolicy",
              "AWS::IAM::UserPolicy",
              "AWS::IAM::GroupPolicy",
              "AWS::IAM::Role",
              "AWS::IAM::User",
              "AWS::IAM::Group",
              "AWS::SSO::PermissionSet",
              Bare.TYPE),
          IamPolicy::of);

  static IamPolicy of(Resource resource, Cloud cloud) {
    var documents = new ArrayList<PolicyDocument>();
    switch (resource.type()) {
      case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" ->
          Attachments.inline(resource).forEach(p -> p.document().ifPresent(documents::add));
      case "AWS::SSO::PermissionSet" ->
          documents.add(PolicyDocument.of(resource.at("InlinePolicy")));
      case Bare.TYPE -> documents.addAll(Bare.read(resource, Bare.Kind.IDENTITY));
      default -> documents.add(PolicyDocument.of(resource.at("PolicyDocument")));
    }
    return new IamPolicy(
        resource,
        cloud,
        List.copyOf(documents),
        Grants.of(documents, cloud.facts().actions()));
  }

  /// Whether there is no statement to judge.
  public boolean isEmpty() {
    return documents.stream().allMatch(d -> d.statements().isEmpty());
  }

  /// Whether it leaves room for findings beside that everything is allowed.
  public Verdict isLimited() {
    return grants.allowsEverything().verdict().not();
  }

  /// The role, user or group of which these are the inline policies.
  public Optional<Identity> identity() {
    return Identity.TYPE.types().contains(resource.type())
        ? Optional.of(cloud.view(Identity.TYPE, resource))
        : Optional.empty();
  }
}
