package dev.postern.view.iam;

import dev.postern.iam.PublicAccess;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Statement;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

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

  public static final ViewType<ResourcePolicy> TYPE = new ViewType<>(types(), ResourcePolicy::of);

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
    if (resource.type().equals(Permissions.EVENTS)) {
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

  public List<Statement> statements() {
    return documents.stream().flatMap(d -> d.statements().stream()).toList();
  }

  /// Whether it is a permission of a Lambda function, which has no document.
  public boolean isPermission() {
    return resource.type().equals(Permissions.LAMBDA);
  }

  /// Whether a statement hands the administration of a key to somebody.
  public boolean isAdministration(Statement statement) {
    return service.equals("kms")
        && statement.actions().listed().stream()
            .anyMatch(action -> action.loosest().equalsIgnoreCase("kms:*"));
  }

  /// What a policy of this service is about, in a word.
  public String noun() {
    return NOUNS.getOrDefault(service, "resource");
  }

  private static final Map<String, String> NOUNS =
      Map.ofEntries(
          Map.entry("s3", "bucket"),
          Map.entry("sqs", "queue"),
          Map.entry("sns", "topic"),
          Map.entry("kms", "key"),
          Map.entry("secretsmanager", "secret"),
          Map.entry("ecr", "repository"),
          Map.entry("efs", "file system"),
          Map.entry("opensearchservice", "search domain"),
          Map.entry("elasticsearch", "search domain"),
          Map.entry("apigateway", "API"),
          Map.entry("events", "event bus"),
          Map.entry("backup", "backup vault"),
          Map.entry("glacier", "vault"),
          Map.entry("dynamodb", "table"),
          Map.entry("kinesis", "stream"),
          Map.entry("msk", "cluster"),
          Map.entry("lambda", "function"));

  /// What surely keeps strangers out although the policy lets them in.
  public Optional<Evidence> protection() {
    Optional<Resource> bucket =
        resource.type().equals("AWS::S3::BucketPolicy")
            ? resource
                .at("Bucket")
                .text()
                .sole()
                .flatMap(name -> cloud.target(resource, name, "AWS::S3::Bucket"))
            : Optional.empty();
    return bucket.flatMap(b ->
        Stream.of("RestrictPublicBuckets", "BlockPublicPolicy")
            .map(setting -> b.at("PublicAccessBlockConfiguration", setting).is(true))
            .filter(Verdict.Yes.class::isInstance)
            .map(yes -> yes.evidence().getFirst().saying("the bucket blocks public policies"))
            .findFirst());
  }

  /// What else stands between strangers and the resource.
  public Optional<Evidence> mitigation() {
    String fact =
        switch (resource.type()) {
          case "AWS::ApiGateway::RestApi" -> "an API without a policy is as open";
          case "AWS::ECR::PublicRepository" -> "the repository is a public one";
          case "AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain" ->
              resource.at("VPCOptions").isWritten() instanceof Verdict.Yes
                  ? "reachable in its VPC only"
                  : "";
          default -> "";
        };
    return fact.isEmpty() ? Optional.empty() : Optional.of(resource.evidence(fact));
  }
}
