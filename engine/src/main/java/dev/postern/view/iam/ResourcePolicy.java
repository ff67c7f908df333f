package dev.postern.view.iam;

import dev.postern.iam.PublicAccess;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// A policy that says who may use a resource.
///
/// @param service the service of the resource: `s3`; empty where the policy stands alone
/// @param documents one; none where the property is not written
public record ResourcePolicy(
    Resource resource, Cloud cloud, String service, List<PolicyDocument> documents)
    implements View {

  /// Type to the properties that hold a policy; only policies that let others in, so that the
  /// policies of VPC endpoints, which only limit, are not here.
  private static final SequencedMap<String, List<String>> PATHS = Paths.table();

  public static final ViewType<ResourcePolicy> TYPE =
      new ViewType<>(types(), ResourcePolicy::of);

  private static List<String> types() {
    var types = new ArrayList<>(PATHS.keySet());
    types.add(Bare.TYPE);
    return List.copyOf(types);
  }

  static ResourcePolicy of(Resource resource, Cloud cloud) {
    if (resource.type().equals(Bare.TYPE)) {
      return new ResourcePolicy(resource, cloud, "", Bare.read(resource, Bare.Kind.RESOURCE));
    }
    String service = resource.type().split("::", -1)[1].toLowerCase(Locale.ROOT);
    if (resource.type().equals(Permissions.LAMBDA)) {
      return new ResourcePolicy(resource, cloud, service, List.of(Permissions.lambda(resource)));
    }
    if (resource.type().equals(Permissions.EVENTS) && Permissions.isStatement(resource)) {
      return new ResourcePolicy(resource, cloud, service, List.of(Permissions.events(resource)));
    }
    List<PolicyDocument> documents =
        PATHS.getOrDefault(resource.type(), List.of()).stream()
            .map(path -> resource.at(path.split("\\.", -1)))
            .map(PolicyDocument::of)
            .filter(document -> !document.statements().isEmpty() || !document.malformed().isEmpty())
            .toList();
    return new ResourcePolicy(resource, cloud, service, documents);
  }

  /// Whether and how it lets in strangers.
  public PublicAccess publicAccess() {
    return PublicAccess.of(documents, cloud.facts().actions());
  }
}
