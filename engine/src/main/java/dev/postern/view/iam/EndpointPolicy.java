package dev.postern.view.iam;

import dev.postern.iam.Grants;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Verdict;
import java.util.List;

/// The policy of a VPC endpoint, which limits what passes through it.
///
/// @see <a
///   href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">endpoint
///   policies</a>
public record EndpointPolicy(Resource resource, Cloud cloud, PolicyDocument document)
    implements View {
  public static final ViewType<EndpointPolicy> TYPE =
      ViewType.linked("AWS::EC2::VPCEndpoint", EndpointPolicy::of);

  static EndpointPolicy of(Resource resource, Cloud cloud) {
    return new EndpointPolicy(resource, cloud, PolicyDocument.of(resource.at("PolicyDocument")));
  }

  public Verdict isWritten() {
    return resource.at("PolicyDocument").isWritten();
  }

  public Grants grants() {
    return Grants.of(List.of(document), cloud.facts().actions());
  }
}
