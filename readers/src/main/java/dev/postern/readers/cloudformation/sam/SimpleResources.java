package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The SAM resources that become one resource of CloudFormation: tables, layers and applications.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html">generated
///   resources</a>
record SimpleResources(Resource resource, Props sam, Stack stack) {

  void table() {
    Props key = sam.inside("PrimaryKey");
    Props definition =
        Props.none(key.origin())
            .with("AttributeName", key.find("Name").orElse(Props.text("id", key.origin())))
            .with(
                "AttributeType",
                key.find("Type")
                    .map(SimpleResources::keyType)
                    .orElse(Props.text("S", key.origin())));
    Props hash =
        Props.none(key.origin()).taking(definition, "AttributeName").with("KeyType", "HASH");
    Props table =
        Props.none(sam.origin())
            .taking(
                sam,
                "TableName",
                "ProvisionedThroughput",
                "SSESpecification",
                "PointInTimeRecoverySpecification")
            .with("Tags", sam.tags(""))
            .with("AttributeDefinitions", List.of(definition.value()))
            .with("KeySchema", List.of(hash.value()));
    boolean isProvisioned = sam.has("ProvisionedThroughput");
    stack.add(
        resource,
        resource.address(),
        "AWS::DynamoDB::Table",
        isProvisioned ? table : table.with("BillingMode", "PAY_PER_REQUEST"));
  }

  private static Value<Node> keyType(Value<Node> type) {
    return type.map(node -> {
      String word = node instanceof Text text ? text.literal().orElse("") : "";
      return word.isEmpty()
          ? node
          : Text.of(word.substring(0, 1).toUpperCase(Locale.ROOT), type.origin());
    });
  }

  void layer() {
    String id = resource.address();
    Props layer =
        Props.none(sam.origin())
            .with("LayerName", sam.find("LayerName").orElse(Props.text(id, sam.origin())))
            .taking(
                sam, "Description", "CompatibleArchitectures", "CompatibleRuntimes", "LicenseInfo")
            .with("Content", sam.find("ContentUri").flatMap(uri -> S3Location.of(uri, "S3")));
    stack.add(resource, id, "AWS::Lambda::LayerVersion", layer);
  }

  /// An application of the AWS Serverless Application Repository has the URL of its template from
  /// there.
  void application() {
    Origin origin = sam.origin();
    Props location = sam.inside("Location");
    Value<Node> fromRepository =
        Value.unknown(
            new Reason(Reason.Kind.EXTERNAL, "AWS Serverless Application Repository"), origin);
    Optional<Value<Node>> url =
        location.isEmpty() ? sam.find("Location") : Optional.of(fromRepository);
    Props tags = Props.none(origin).with("lambda:createdBy", "SAM");
    if (!location.isEmpty()) {
      tags =
          tags.with("serverlessrepo:applicationId", location.find("ApplicationId"))
              .with("serverlessrepo:semanticVersion", location.find("SemanticVersion"));
    }
    Props all = tags.withAll(sam.inside("Tags"));
    stack.add(
        resource,
        resource.address(),
        "AWS::CloudFormation::Stack",
        Props.none(origin)
            .with("TemplateURL", url)
            .taking(sam, "Parameters", "NotificationARNs", "TimeoutInMinutes")
            .with("Tags", Props.none(origin).with("Tags", all).tags("")));
  }
}
