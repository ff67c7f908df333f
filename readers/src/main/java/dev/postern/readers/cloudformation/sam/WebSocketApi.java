package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.Locale;
import java.util.Map;

/// What SAM makes of `AWS::Serverless::WebSocketApi`: the API, a stage, and of each route the
/// route, its integration and the permission to call its function. Only the route `$connect` may
/// have an authorizer; every other is open to whoever is connected.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html">WebSocketApi</a>
final class WebSocketApi {
  static final String CONNECT = "$connect";
  private static final String MARK = "websocketapi:createdBy";
  private static final String DEFAULT_STAGE = "default";

  private final Resource resource;
  private final String id;
  private final Props sam;
  private final Stack stack;
  private final Value<Node> stage;

  WebSocketApi(Resource resource, Props sam, Stack stack) {
    this.resource = resource;
    this.id = resource.address();
    this.sam = sam;
    this.stack = stack;
    this.stage = sam.find("StageName").orElseGet(() -> Props.text(DEFAULT_STAGE, sam.origin()));
  }

  void make() {
    addApi();
    checkRoutes();
    for (var entry : sam.inside("Routes").entries().entrySet()) {
      addRoute(entry.getKey(), Props.of(entry.getValue()));
    }
    addStage();
    new CustomDomain(resource, sam.inside("Domain"), stack)
        .http(sam.isTrue("PropagateTags") ? tags() : mark());
  }

  private void checkRoutes() {
    Props routes = sam.inside("Routes");
    if (sam.inside("Auth").entries().size() > 0 && !routes.has(CONNECT) && !routes.isEmpty()) {
      String message = "`Auth` is of the route `$connect`, which is not there";
      stack.tell(Problem.error(message, sam.inside("Auth").origin().place()));
    }
    if (routes.isEmpty() && sam.find("Routes").filter(Value.Known.class::isInstance).isPresent()) {
      stack.tell(Problem.warning("WebSocket API has no route", routes.origin().place()));
    }
    routes
        .entries()
        .forEach((key, said) -> {
          if (!key.matches("\\$(connect|disconnect|default)|\\p{Alnum}+")) {
            String message = "SAM takes no route `%s`".formatted(key);
            stack.tell(Problem.warning(message, said.origin().place()));
          }
          if (!key.equals(CONNECT) && Props.of(said).has("RequestParameters")) {
            String message = "`RequestParameters` is of the route `$connect` only";
            stack.tell(Problem.warning(message, said.origin().place()));
          }
        });
  }

  private void addApi() {
    Props api =
        Props.none(sam.origin())
            .with("Name", stack.local(resource))
            .taking(
                sam,
                "ApiKeySelectionExpression",
                "Description",
                "DisableExecuteApiEndpoint",
                "DisableSchemaValidation",
                "IpAddressType",
                "Name",
                "RouteSelectionExpression")
            .with("ProtocolType", "WEBSOCKET")
            .with("Tags", tags());
    stack.add(resource, id, "AWS::ApiGatewayV2::Api", api);
  }

  private void addStage() {
    Props made =
        Props.none(sam.origin())
            .taking(
                sam, "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables")
            .with("ApiId", api())
            .with("StageName", stage)
            .with("AutoDeploy", true)
            .with("Tags", sam.isTrue("PropagateTags") ? tags() : mark());
    String name = sam.has("StageName") ? LogicalId.written(stage).orElse("") : DEFAULT_STAGE;
    String stageId = id + (name.equals(DEFAULT_STAGE) ? "Default" : name) + "Stage";
    stack.add(resource, stageId, "AWS::ApiGatewayV2::Stage", made);
    stack.name(id + ".Stage", stageId);
  }

  private void addRoute(String key, Props said) {
    Origin origin = said.origin();
    String base = id + inId(key);
    String integrationId = base + "Integration";
    Value<Node> function = said.find("FunctionArn").orElseGet(() -> Value.absent(origin));
    Value<Node> target =
        stack
            .pattern()
            .fill(
                "integrations/${integration}",
                origin,
                Map.of("integration", Props.reference(integrationId, "Ref", origin)));
    Props route =
        Props.none(origin)
            .taking(
                said,
                "ApiKeyRequired",
                "ModelSelectionExpression",
                "OperationName",
                "RequestModels",
                "RequestParameters",
                "RouteResponseSelectionExpression")
            .with("RouteKey", key)
            .with("ApiId", api())
            .with("Target", target);
    stack.add(
        resource,
        base + "Route",
        "AWS::ApiGatewayV2::Route",
        key.equals(CONNECT)
            ? route.withAll(new WebSocketAuth(resource, sam, stack).authorization())
            : route);
    stack.add(
        resource,
        integrationId,
        "AWS::ApiGatewayV2::Integration",
        Props.none(origin)
            .with("ApiId", api())
            .with("IntegrationType", "AWS_PROXY")
            .with("IntegrationUri", WebSocketAuth.invocation(function, origin, stack))
            .with("TimeoutInMillis", said.find("IntegrationTimeout")));
    addPermission(base + "Permission", key, function, origin);
  }

  private void addPermission(String permissionId, String key, Value<Node> function, Origin origin) {
    Value<Node> source =
        stack
            .pattern()
            .fill(
                "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
                    + "${api}/${stage}/"
                    + key,
                origin,
                Map.of("api", Props.reference(id, "ApiId", origin), "stage", stage));
    stack.add(
        resource,
        permissionId,
        "AWS::Lambda::Permission",
        Props.none(origin)
            .with("Action", "lambda:InvokeFunction")
            .with("FunctionName", function)
            .with("Principal", "apigateway.amazonaws.com")
            .with("SourceArn", source));
  }

  /// `$connect` is `Connect` in ids.
  private static String inId(String key) {
    String word = key.replace("$", "");
    return word.isEmpty()
        ? ""
        : word.substring(0, 1).toUpperCase(Locale.ROOT)
            + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private Value<Node> api() {
    return Props.reference(id, "Ref", sam.origin());
  }

  private Props mark() {
    return Props.none(sam.origin()).with(MARK, "SAM");
  }

  private Props tags() {
    return sam.inside("Tags").withAll(mark());
  }
}
