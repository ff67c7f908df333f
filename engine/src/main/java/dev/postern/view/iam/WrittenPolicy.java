package dev.postern.view.iam;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The policy documents that are written in a resource, whatever they are for.
public record WrittenPolicy(Resource resource, Cloud cloud, List<PolicyDocument> documents)
    implements View {
  public static final ViewType<WrittenPolicy> TYPE = new ViewType<>(types(), WrittenPolicy::of);

  private static List<String> types() {
    return Stream.of(IamPolicy.TYPE, ResourcePolicy.TYPE, EndpointPolicy.TYPE)
        .flatMap(view -> view.types().stream())
        .filter(type -> !type.equals(Permissions.LAMBDA))
        .distinct()
        .toList();
  }

  static WrittenPolicy of(Resource resource, Cloud cloud) {
    var documents = new ArrayList<PolicyDocument>();
    if (IamPolicy.TYPE.types().contains(resource.type())) {
      documents.addAll(cloud.view(IamPolicy.TYPE, resource).documents());
    }
    if (TrustPolicy.TYPE.types().contains(resource.type())) {
      documents.addAll(cloud.view(TrustPolicy.TYPE, resource).documents());
    }
    if (ResourcePolicy.TYPE.types().contains(resource.type())) {
      documents.addAll(cloud.view(ResourcePolicy.TYPE, resource).documents());
    }
    if (EndpointPolicy.TYPE.types().contains(resource.type())) {
      documents.add(cloud.view(EndpointPolicy.TYPE, resource).document());
    }
    return new WrittenPolicy(resource, cloud, List.copyOf(documents));
  }

  public List<Statement> statements() {
    return documents.stream().flatMap(d -> d.statements().stream()).toList();
  }
}
