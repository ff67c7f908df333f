package dev.postern.model;

import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds resources by the name that the user gave them.
///
/// A text names a resource when it is surely the same string as the resource's name property, or an
/// ARN whose last part is. Two half-known strings are the same when the same unknowns stand in the
/// same places.
final class Names {
  /// The property that holds the name, where `Name` or `<Kind>Name` is not it.
  private static final Map<String, String> PROPERTY =
      Map.ofEntries(
          Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
          Map.entry("AWS::EC2::SecurityGroup", "GroupName"),
          Map.entry("AWS::RDS::DBInstance", "DBInstanceIdentifier"),
          Map.entry("AWS::RDS::DBCluster", "DBClusterIdentifier"),
          Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"),
          Map.entry("AWS::ECR::Repository", "RepositoryName"),
          Map.entry("AWS::CloudTrail::Trail", "TrailName"),
          Map.entry("AWS::OpenSearchService::Domain", "DomainName"),
          Map.entry("AWS::Elasticsearch::Domain", "DomainName"));

  private final Map<Unit, Map<Text, List<Resource>>> byName = new HashMap<>();

  Names(List<Resource> resources) {
    for (Resource resource : resources) {
      name(resource)
          .ifPresent(name ->
              byName
                  .computeIfAbsent(resource.unit(), _ -> new HashMap<>())
                  .computeIfAbsent(name, _ -> new ArrayList<>())
                  .add(resource));
    }
  }

  /// The reference that a text is, or that an ARN ends with.
  static Optional<Text.Part.Reference> reference(Text text) {
    if (text.soleReference().isPresent()) {
      return text.soleReference();
    }
    boolean arn = text.prefix().startsWith("arn:");
    return arn && text.parts().getLast() instanceof Text.Part.Reference last
        ? Optional.of(last)
        : Optional.empty();
  }

  Optional<Resource> find(Unit unit, Text text, String type) {
    Map<Text, List<Resource>> names = byName.getOrDefault(unit, Map.of());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<Resource> found =
        names.getOrDefault(lastPart(text), List.of()).stream()
            .filter(resource -> resource.type().equals(type))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Text lastPart(Text text) {
    return text.literal()
        .filter(whole -> whole.startsWith("arn:"))
        .map(arn -> arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1))
        .map(Text::plain)
        .orElse(text);
  }

  private static Optional<Text> name(Resource resource) {
    String[] type = resource.type().split("::", 3);
    if (type.length < 3
        || !(resource.properties().sole().orElse(null) instanceof Node.Fields fields)) {
      return Optional.empty();
    }
    String property = PROPERTY.getOrDefault(resource.type(), type[2] + "Name");
    Value<Node> value = fields.entries().get(property);
    value = value == null ? fields.entries().get("Name") : value;
    return value == null
        ? Optional.empty()
        : value.sole().filter(Text.class::isInstance).map(Text.class::cast);
  }
}
