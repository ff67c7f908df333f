package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes of SAM resources the ones that the SAM transform makes, each property with the place in
/// the SAM text that it comes from. Types that are not translated are kept.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html">generated
///   resources</a>
final class Serverless {
  private final Globals globals;
  private final Problems problems;

  Serverless(Globals globals, Problems problems) {
    this.globals = globals;
    this.problems = problems;
  }

  List<Resource> translate(Resource resource) {
    Value<Node> properties = globals.merged(resource.type(), resource.properties());
    Resource merged = as(resource, resource.address(), resource.type(), properties);
    Origin header = Origin.written(resource.header());
    if (!(properties instanceof Value.Known<Node>(Node.Fields(var entries, var rest), _, _))
        || rest.isPresent()) {
      return List.of(merged);
    }
    Props props = new Props(entries, header);
    return switch (resource.type()) {
      case "AWS::Serverless::Function" ->
          new ServerlessFunction(merged, props, problems).resources();
      case "AWS::Serverless::SimpleTable" ->
          List.of(as(merged, merged.address(), "AWS::DynamoDB::Table", table(props).value()));
      case "AWS::Serverless::Api" -> restApi(merged, props);
      case "AWS::Serverless::HttpApi" -> httpApi(merged, props);
      default -> List.of(merged);
    };
  }

  /// A resource that is made of another, at its place.
  static Resource as(Resource from, String address, String type, Value<Node> properties) {
    return new Resource(
        from.unit(),
        address,
        type,
        from.sourceType(),
        from.header(),
        from.whole(),
        properties,
        from.attributes(),
        from.when(),
        from.symbolic());
  }

  private static Props table(Props sam) {
    Props key = sam.inside("PrimaryKey");
    Props definition =
        Props.none(key.origin())
            .with("AttributeName", key.find("Name").orElse(Props.text("id", key.origin())))
            .with(
                "AttributeType",
                key.find("Type").map(Serverless::keyType).orElse(Props.text("S", key.origin())));
    Props table =
        Props.none(sam.origin())
            .taking(
                sam,
                "TableName",
                "ProvisionedThroughput",
                "SSESpecification",
                "PointInTimeRecoverySpecification")
            .with("Tags", sam.tags())
            .with("AttributeDefinitions", Props.list(key.origin(), List.of(definition.value())))
            .with(
                "KeySchema",
                Props.list(
                    key.origin(),
                    List.of(
                        Props.none(key.origin())
                            .taking(definition, "AttributeName")
                            .with("KeyType", "HASH")
                            .value())));
    return sam.find("ProvisionedThroughput").isPresent()
        ? table
        : table.with("BillingMode", "PAY_PER_REQUEST");
  }

  private static Value<Node> keyType(Value<Node> type) {
    return type.map(node -> {
      String word = node instanceof Text text ? text.literal().orElse("") : "";
      return word.isEmpty()
          ? node
          : Text.of(word.substring(0, 1).toUpperCase(Locale.ROOT), type.origin());
    });
  }

  private static List<Resource> restApi(Resource from, Props sam) {
    Props api =
        Props.none(sam.origin())
            .taking(
                sam,
                "Name",
                "Description",
                "ApiKeySourceType",
                "BinaryMediaTypes",
                "DisableExecuteApiEndpoint",
                "MinimumCompressionSize",
                "FailOnWarnings",
                "Policy",
                "Auth")
            .with("Body", sam.find("DefinitionBody"))
            .with(
                "EndpointConfiguration",
                sam.find("EndpointConfiguration").map(Serverless::endpoint));
    Props stage =
        Props.none(sam.origin())
            .taking(
                sam,
                "StageName",
                "AccessLogSetting",
                "CacheClusterEnabled",
                "CacheClusterSize",
                "CanarySetting",
                "MethodSettings",
                "TracingEnabled",
                "Variables")
            .with("Tags", sam.tags())
            .with("RestApiId", Props.reference(from.address(), "Ref", sam.origin()));
    return List.of(
        as(from, from.address(), "AWS::ApiGateway::RestApi", api.value()),
        as(
            from,
            from.address() + stageName(sam) + "Stage",
            "AWS::ApiGateway::Stage",
            stage.value()));
  }

  /// SAM also takes the type alone.
  private static Value<Node> endpoint(Value<Node> written) {
    return written.map(node -> {
      if (!(node instanceof Node.Fields fields)) {
        Origin origin = written.origin();
        Value<Node> types = Props.list(origin, List.of(Value.known(node, origin)));
        return Node.Fields.of(Props.none(origin).with("Types", types).entries());
      }
      var all = new ArrayList<>(fields.entries().entrySet());
      Props props = Props.none(written.origin());
      for (var entry : all) {
        props =
            entry.getKey().equals("Type")
                ? props.with(
                    "Types", Props.list(entry.getValue().origin(), List.of(entry.getValue())))
                : props.with(entry.getKey(), entry.getValue());
      }
      return new Node.Fields(props.entries(), fields.rest());
    });
  }

  private static String stageName(Props sam) {
    return sam.find("StageName")
        .flatMap(Value::sole)
        .flatMap(node -> node instanceof Text text ? text.literal() : Optional.empty())
        .orElse("");
  }

  private static List<Resource> httpApi(Resource from, Props sam) {
    Props api =
        Props.none(sam.origin())
            .taking(
                sam, "Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Auth")
            .with("ProtocolType", "HTTP")
            .with(
                "CorsConfiguration",
                sam.find("CorsConfiguration")
                    .filter(v -> v instanceof Value.Known<Node>(Node.Fields _, _, _)))
            .with("Body", sam.find("DefinitionBody"));
    Props stage =
        Props.none(sam.origin())
            .taking(
                sam, "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables")
            .with("StageName", sam.find("StageName").orElse(Props.text("$default", sam.origin())))
            .with("ApiId", Props.reference(from.address(), "Ref", sam.origin()));
    return List.of(
        as(from, from.address(), "AWS::ApiGatewayV2::Api", api.value()),
        as(
            from,
            from.address() + "ApiGatewayDefaultStage",
            "AWS::ApiGatewayV2::Stage",
            stage.value()));
  }
}
