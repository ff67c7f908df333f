package dev.postern.view.lambda;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.Strings.Leaf;
import dev.postern.model.Text.Part;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells strings that lead to something that only machines in its VPC reach.
public final class VpcEndpoints {
  /// Types whose endpoints are never public.
  private static final Set<String> PRIVATE =
      Set.of(
          "AWS::RDS::DBProxy",
          "AWS::ElastiCache::CacheCluster",
          "AWS::ElastiCache::ReplicationGroup",
          "AWS::ElastiCache::ServerlessCache",
          "AWS::MemoryDB::Cluster",
          "AWS::DocDB::DBCluster",
          "AWS::DocDB::DBInstance",
          "AWS::Neptune::DBCluster",
          "AWS::Neptune::DBInstance",
          "AWS::DAX::Cluster");

  /// Types that are public where their property `PubliclyAccessible` says so.
  private static final Set<String> CHOSEN =
      Set.of(
          "AWS::RDS::DBInstance",
          "AWS::RDS::DBCluster",
          "AWS::Redshift::Cluster",
          "AWS::RedshiftServerless::Workgroup",
          "AWS::AmazonMQ::Broker");

  private static final Set<String> DOMAINS =
      Set.of("AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain");
  private static final List<String> ATTRIBUTES =
      List.of("endpoint", "address", "bootstrap", "host", "url");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\d.])(10\\.\\d{1,3}|172\\.(1[6-9]|2\\d|3[01])|192\\.168)(\\.\\d{1,3}){2}(?![\\d./])"
              + "|\\.cache\\.amazonaws\\.com");

  private VpcEndpoints() {}

  /// Whether `leaf` of a resource surely leads into a VPC; nothing where it leads nowhere.
  public static Optional<Verdict> in(Leaf leaf, Resource from, Cloud cloud) {
    Origin use = Origin.written(leaf.origin().place());
    for (Part part : leaf.text().runs()) {
      Optional<Verdict> found =
          switch (part) {
            case Part.Reference(var target, var attribute, _, _) when isEndpoint(attribute) ->
                cloud
                    .find(from.unit(), target)
                    .flatMap(VpcEndpoints::isPrivate)
                    .map(v -> v.showing(new Evidence(use, "leads to `" + target + "` in a VPC")));
            case Part.Literal(var text, _) when ADDRESS.matcher(text).find() ->
                Optional.of(Verdict.yes(new Evidence(use, "a private address")));
            case Part.Literal _, Part.Hole _, Part.Reference _, Part.Json _ -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isEndpoint(String attribute) {
    String name = attribute.toLowerCase(Locale.ROOT);
    return ATTRIBUTES.stream().anyMatch(name::contains);
  }

  private static Optional<Verdict> isPrivate(Resource target) {
    String type = target.type();
    if (PRIVATE.contains(type)) {
      return Optional.of(Verdict.yes(target.evidence("")));
    }
    if (DOMAINS.contains(type)) {
      return Optional.of(target.at("VPCOptions", "SubnetIds").isWritten());
    }
    return CHOSEN.contains(type)
        ? Optional.of(target.at("PubliclyAccessible").is(true).not())
        : Optional.empty();
  }
}
