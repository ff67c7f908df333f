package dev.postern.view.iam;

import dev.postern.iam.Grants;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.List;

/// An identity policy: a managed or inline one that is a resource of its own, or the inline ones of
/// an identity.
///
/// @param documents one, or each inline policy of a role, user, group or permission set
public record IamPolicy(Resource resource, Cloud cloud, List<PolicyDocument> documents)
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
              "AWS::SSO::PermissionSet"),
          IamPolicy::of);

  static IamPolicy of(Resource resource, Cloud cloud) {
    var documents = new ArrayList<PolicyDocument>();
    switch (resource.type()) {
      case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" ->
          Attachments.inline(resource).forEach(p -> p.document().ifPresent(documents::add));
      case "AWS::SSO::PermissionSet" ->
          documents.add(PolicyDocument.of(resource.at("InlinePolicy")));
      default -> documents.add(PolicyDocument.of(resource.at("PolicyDocument")));
    }
    return new IamPolicy(resource, cloud, List.copyOf(documents));
  }

  public Grants grants() {
    return Grants.of(documents, cloud.facts().actions());
  }
}
