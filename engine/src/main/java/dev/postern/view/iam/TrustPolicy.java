package dev.postern.view.iam;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import java.util.List;

/// A policy that says who may assume a role: of a role, or standing alone.
///
/// @param documents one; none where a document that stands alone is for something else
public record TrustPolicy(Resource resource, Cloud cloud, List<PolicyDocument> documents)
    implements View {
  public static final ViewType<TrustPolicy> TYPE =
      new ViewType<>(List.of("AWS::IAM::Role", Bare.TYPE), TrustPolicy::of);

  static TrustPolicy of(Resource resource, Cloud cloud) {
    List<PolicyDocument> documents =
        resource.type().equals(Bare.TYPE)
            ? Bare.read(resource, Bare.Kind.TRUST)
            : List.of(PolicyDocument.of(resource.at("AssumeRolePolicyDocument")));
    return new TrustPolicy(resource, cloud, documents);
  }
}
