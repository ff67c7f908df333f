package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::Api`: the REST API with its definition, a deployment and a
/// stage.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html">generated
///   resources</a>
final class RestApi {
  private static final Map<String, String> RESPONSE_PARAMETERS =
      Map.of("Headers", "header.", "Paths", "path.", "QueryStrings", "querystring.");

  private Props sam;
  private final Stack stack;
  private final Optional<Definition> definition;

  RestApi(Props sam, Stack stack) {
    this.sam = sam;
    this.stack = stack;
    definition = definition(sam, stack);
    new DefinitionCheck(sam, true, stack).check();
  }

  private static Optional<Definition> definition(Props sam, Stack stack) {
    Optional<Value<Node>> body = sam.find("DefinitionBody");
    if (body.isPresent()) {
      Props written = Props.of(body.get());
      boolean isOpen = written.inside("paths").isEmpty() && written.has("Fn::Transform");
      return written.isEmpty() || isOpen ? Optional.empty() : Optional.of(new Definition(written));
    }
    if (sam.has("DefinitionUri")) {
      return Optional.empty();
    }
    Optional<String> version =
        sam.find("OpenApiVersion").flatMap(Props::scalar).filter(v -> v.startsWith("3"));
    return Optional.of(
        version.isPresent()
            ? Definition.empty("openapi", version.get(), sam.origin(), stack)
            : Definition.empty("swagger", "2.0", sam.origin(), stack));
  }

  Props sam() {
    return sam;
  }

  /// Hands tags of a function on, which asks for it.
  void tag(Props tags) {
    sam = sam.with("Tags", sam.inside("Tags").withAll(tags)).with("PropagateTags", true);
  }

  /// What ids of permissions end in: the name of the stage where it is written as such.
  String suffix() {
    return sam.find("StageName").flatMap(this::written).orElse("Stage");
  }

  /// The stage of the implicit API is written by SAM, at no place of its own.
  private Optional<String> written(Value<Node> value) {
    return value.origin().equals(sam.origin()) ? Props.word(value) : LogicalId.written(value);
  }

  /// Adds the method of an event, where SAM writes the definition.
  void add(Event event) {
    boolean isManaged = !sam.has("DefinitionBody") || sam.isTrue("MergeDefinitions");
    boolean isOverriding = event.sam().inside("Auth").isTrue("OverrideApiAuth");
    if (definition.isPresent() && isManaged) {
      new RestMethod(event, this, definition.get()).add();
    } else if (definition.isPresent() && isOverriding) {
      new RestMethod(event, this, definition.get()).override();
    }
  }

  void make(Resource resource, UsagePlans plans) {
    String id = resource.address();
    definition.ifPresent(this::complete);
    stack.add(resource, id, "AWS::ApiGateway::RestApi", api());
    String deploymentId = id + "Deployment";
    Props deployment =
        Props.none(sam.origin()).with("RestApiId", Props.reference(id, "Ref", sam.origin()));
    if (!sam.has("OpenApiVersion")) {
      deployment = deployment.with("StageName", "Stage");
    }
    stack.add(resource, deploymentId, "AWS::ApiGateway::Deployment", deployment);
    String stageName = sam.find("StageName").flatMap(this::written).orElse("");
    String stageId =
        stageName.chars().allMatch(Character::isLetterOrDigit)
            ? id + stageName + "Stage"
            : LogicalId.of(id + "Stage", stageName);
    stack.add(resource, stageId, "AWS::ApiGateway::Stage", stage(id, deploymentId));
    stack.name(id + ".Stage", stageId);
    stack.name(id + ".Deployment", deploymentId);
    addPermissions(resource);
    new CustomDomain(resource, sam.inside("Domain"), stack).rest();
    plans.add(resource, sam.inside("Auth").inside("UsagePlan"), stageId);
    if (sam.isTrue("PropagateTags")) {
      stack.propagate(resource, sam);
    }
  }

  private Props stage(String id, String deploymentId) {
    return Props.none(sam.origin())
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
        .with("Tags", sam.tags(""))
        .with("RestApiId", Props.reference(id, "Ref", sam.origin()))
        .with("DeploymentId", Props.reference(deploymentId, "Ref", sam.origin()));
  }

  private Props api() {
    Optional<Value<Node>> body =
        definition.map(Definition::value).or(() -> sam.find("DefinitionBody"));
    Props api =
        Props.none(sam.origin())
            .taking(
                sam,
                "Name",
                "Description",
                "ApiKeySourceType",
                "BinaryMediaTypes",
                "MinimumCompressionSize",
                "FailOnWarnings",
                "Mode",
                "Policy",
                "SecurityPolicy",
                "EndpointAccessMode")
            .with("Body", body)
            .with(
                "BodyS3Location", sam.find("DefinitionUri").flatMap(uri -> S3Location.of(uri, "")));
    Optional<Value<Node>> endpoint = sam.find("EndpointConfiguration").or(this::regional);
    return endpoint.isEmpty() ? api : withEndpoint(api, endpoint.get());
  }

  /// Outside of the partition `aws` there are regional endpoints only.
  private Optional<Value<Node>> regional() {
    Value<Node> partition = stack.pattern().fill("${AWS::Partition}", sam.origin());
    return Props.word(partition)
        .filter(p -> !p.equals("aws"))
        .map(_ -> Props.text("REGIONAL", sam.origin()));
  }

  /// SAM also takes the type alone.
  private static Props withEndpoint(Props api, Value<Node> written) {
    Props map = Props.of(written);
    Value<Node> type = map.find("Type").orElse(written);
    Props endpoint =
        Props.none(written.origin())
            .with("Types", List.of(type))
            .with("VpcEndpointIds", map.find("VPCEndpointIds").or(() -> map.find("VpcEndpointIds")))
            .taking(map, "IpAddressType");
    return api.with("EndpointConfiguration", endpoint)
        .with("Parameters", Props.none(written.origin()).with("endpointConfigurationTypes", type));
  }

  private void addPermissions(Resource resource) {
    String id = resource.address();
    for (var entry : sam.inside("Auth").inside("Authorizers").entries().entrySet()) {
      Props authorizer = Props.of(entry.getValue());
      if (authorizer.has("FunctionArn")
          && !authorizer.isTrue("DisableFunctionDefaultPermissions")) {
        AuthorizerPermission.add(
            resource, id + entry.getKey() + "AuthorizerPermission", authorizer, stack);
      }
    }
  }

  private void complete(Definition body) {
    sam.find("Cors").ifPresent(cors -> new Cors(cors, body).add());
    Undecided.map(sam, "Auth").ifPresent(auth -> RestSecurity.openAll(body, auth));
    if (sam.has("Auth")) {
      Value<Node> stageName = sam.find("StageName").orElse(Value.absent(sam.origin()));
      new RestSecurity(sam.inside("Auth"), body, stack).apply(stageName);
    }
    for (var entry : sam.inside("GatewayResponses").entries().entrySet()) {
      Props response = response(Props.of(entry.getValue()));
      body.change(head ->
          head.changing(
              "x-amazon-apigateway-gateway-responses", all -> all.with(entry.getKey(), response)));
    }
    sam.find("BinaryMediaTypes")
        .ifPresent(types ->
            body.change(head ->
                head.with(
                    "x-amazon-apigateway-binary-media-types",
                    Props.list(
                        types.origin(),
                        sam.list("BinaryMediaTypes").stream().map(RestApi::slashed).toList()))));
    for (var entry : sam.inside("Models").entries().entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      body.change(head -> head.changing("definitions", all -> all.with(name, entry.getValue())));
    }
    if (body.isVersion3() && !body.head().has("swagger")) {
      body.change(RestApi::version3);
    }
    sam.find("DisableExecuteApiEndpoint").ifPresent(isOff -> disable(body, isOff));
  }

  private static Value<Node> slashed(Value<Node> type) {
    return Props.word(type)
        .filter(word -> word.contains("~1"))
        .map(word -> Props.text(word.replace("~1", "/"), type.origin()))
        .orElse(type);
  }

  private static Props response(Props written) {
    var parameters = new LinkedHashMap<String, Value<Node>>();
    for (String key : List.of("Headers", "Paths", "QueryStrings")) {
      written
          .inside("ResponseParameters")
          .inside(key)
          .entries()
          .forEach((name, value) ->
              parameters.put("gatewayresponse." + RESPONSE_PARAMETERS.get(key) + name, value));
    }
    Props response =
        Props.none(written.origin())
            .with("responseParameters", new Props(parameters, written.origin()))
            .with("responseTemplates", written.inside("ResponseTemplates"));
    Optional<Value<Node>> code =
        written
            .find("StatusCode")
            .map(c ->
                c.map(node ->
                    node instanceof Node.Num num ? Text.of(num.toString(), c.origin()) : node));
    return response.with("statusCode", code);
  }

  /// OpenAPI 3 has schemes and schemas among its components.
  private static Props version3(Props head) {
    Props all = head;
    for (var move :
        Map.of("securityDefinitions", "securitySchemes", "definitions", "schemas").entrySet()) {
      Optional<Value<Node>> found = all.find(move.getKey());
      if (found.isPresent()) {
        all =
            all.without(move.getKey())
                .changing("components", components -> components.with(move.getValue(), found));
      }
    }
    return all;
  }

  private static void disable(Definition body, Value<Node> isOff) {
    String key = "x-amazon-apigateway-endpoint-configuration";
    Props config = Props.none(isOff.origin()).with("disableExecuteApiEndpoint", isOff);
    if (!body.isVersion3()) {
      body.change(head -> head.changing(key, all -> all.withAll(config)));
      return;
    }
    body.change(head -> {
      List<Value<Node>> servers =
          head.has("servers") ? head.list("servers") : List.of(Props.none(isOff.origin()).value());
      return head.with(
          "servers",
          servers.stream()
              .map(
                  server -> Props.changed(server, s -> s.changing(key, all -> all.withAll(config))))
              .toList());
    });
  }
}
