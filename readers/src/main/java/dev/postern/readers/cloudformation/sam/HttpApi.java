package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::HttpApi`: the HTTP API with its definition, and a stage.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-httpapi.html">generated
///   resources</a>
final class HttpApi {
  private static final String MARK = "httpapi:createdBy";
  private static final String DEFAULT = "$default";

  private Props sam;
  private final Stack stack;
  private final Optional<Definition> definition;
  private Props routes;

  HttpApi(Props sam, Stack stack) {
    this.sam = sam;
    this.stack = stack;
    this.routes = sam.inside("RouteSettings");
    Props body = sam.inside("DefinitionBody");
    new DefinitionCheck(sam, false, stack).check();
    boolean isOwn = !sam.has("DefinitionBody") && !sam.has("DefinitionUri");
    definition =
        isOwn
            ? Optional.of(Definition.empty("openapi", "3.0.1", sam.origin(), stack))
            : Optional.of(body).filter(b -> b.has("openapi")).map(Definition::new);
  }

  Props sam() {
    return sam;
  }

  /// Hands tags of a function on, which asks for it.
  void tag(Props tags) {
    sam = sam.with("Tags", sam.inside("Tags").withAll(tags)).with("PropagateTags", true);
  }

  Optional<Definition> definition() {
    return definition;
  }

  /// Adds the route of an event to the definition.
  void add(Event event) {
    String path = HttpEvent.path(event);
    String method = HttpEvent.method(event);
    var said = new HttpEvent(event, sam);
    tellOfStrange(event.origin());
    definition.ifPresent(body -> {
      if (body.hasIntegration(path, method)) {
        tellOfTwo(path, event);
        body.eachMethod((at, name, before) ->
            at.equals(path) && name.equals(method) ? said.completed(before) : before);
      } else {
        body.add(path, method, said.route(), event.when());
      }
    });
    Props settings = event.sam().inside("RouteSettings");
    if (!settings.isEmpty()) {
      String name = event.sam().word("Method").orElse(Definition.ANY);
      String route =
          name.equals(Definition.ANY) ? path : name.toUpperCase(Locale.ROOT) + " " + path;
      routes = routes.with(route, routes.inside(route).withAll(settings));
    }
  }

  private void tellOfTwo(String path, Event event) {
    if (!sam.has("DefinitionBody")) {
      stack.tell(
          Problem.warning("method of `" + path + "` is there twice", event.origin().place()));
    }
  }

  /// Tells of a definition that is not one of OpenAPI 3, to which SAM adds nothing.
  private void tellOfStrange(Origin at) {
    Props body = sam.inside("DefinitionBody");
    if (definition.isEmpty() && !body.isEmpty() && !body.has("Fn::Transform")) {
      String message = "`DefinitionBody` has no `openapi`; what SAM adds to it is not reviewed";
      stack.tell(Problem.error(message, at.place()));
    }
  }

  void make(Resource resource) {
    String id = resource.address();
    for (String key : List.of("Auth", "CorsConfiguration", "Tags")) {
      sam.find(key).ifPresent(value -> tellOfStrange(value.origin()));
    }
    definition.ifPresent(this::complete);
    Optional<Value<Node>> body =
        definition.map(Definition::value).or(() -> sam.find("DefinitionBody"));
    stack.add(
        resource,
        id,
        "AWS::ApiGatewayV2::Api",
        Props.none(sam.origin())
            .taking(sam, "FailOnWarnings")
            .with("Body", body)
            .with(
                "BodyS3Location",
                sam.find("DefinitionUri").flatMap(uri -> S3Location.of(uri, ""))));
    Value<Node> stageName =
        sam.find("StageName").orElseGet(() -> Props.text(DEFAULT, sam.origin()));
    String stageId = stageId(id, stageName);
    stack.add(resource, stageId, "AWS::ApiGatewayV2::Stage", stage(id, stageName));
    stack.name(id + ".Stage", stageId);
    for (var entry : sam.inside("Auth").inside("Authorizers").entries().entrySet()) {
      Props authorizer = Props.of(entry.getValue());
      if (authorizer.isTrue("EnableFunctionDefaultPermissions")) {
        AuthorizerPermission.add(
            resource, id + entry.getKey() + "AuthorizerPermission", authorizer, stack);
      }
    }
    new CustomDomain(resource, sam.inside("Domain"), stack)
        .http(sam.isTrue("PropagateTags") ? tags() : mark());
  }

  private String stageId(String id, Value<Node> name) {
    String word = name.origin().equals(sam.origin()) ? DEFAULT : LogicalId.written(name).orElse("");
    if (word.equals(DEFAULT)) {
      return id + "ApiGatewayDefaultStage";
    }
    boolean isPlain = !word.isEmpty() && word.chars().allMatch(Character::isLetterOrDigit);
    return isPlain ? id + word + "Stage" : LogicalId.of(id + "Stage", word);
  }

  private Props stage(String id, Value<Node> name) {
    Props stage =
        Props.none(sam.origin())
            .taking(sam, "AccessLogSettings", "DefaultRouteSettings", "StageVariables", "Tags")
            .with("StageName", name)
            .with("AutoDeploy", true)
            .with("ApiId", Props.reference(id, "Ref", sam.origin()));
    stage = routes.isEmpty() ? stage : stage.with("RouteSettings", routes);
    return definition.isPresent() ? stage.with("Tags", tags()) : stage;
  }

  private Props mark() {
    return Props.none(sam.origin()).with(MARK, "SAM");
  }

  private Props tags() {
    return sam.inside("Tags").withAll(mark());
  }

  private void complete(Definition body) {
    sam.find("CorsConfiguration").ifPresent(cors -> addCors(body, cors));
    Undecided.map(sam, "Auth").ifPresent(auth -> RestSecurity.openAll(body, auth));
    if (sam.has("Auth")) {
      new HttpSecurity(sam.inside("Auth"), body, stack).apply();
    }
    var tags = new ArrayList<Value<Node>>();
    tags()
        .entries()
        .forEach((name, value) ->
            tags.add(
                Props.none(value.origin())
                    .with("name", name)
                    .with("x-amazon-apigateway-tag-value", value)
                    .value()));
    body.change(head -> {
      var all = new ArrayList<>(head.list("tags"));
      tags.forEach(tag -> addTag(all, tag));
      return head.with("tags", all);
    });
    sam.find("DisableExecuteApiEndpoint").ifPresent(isOff -> disable(body, isOff));
    sam.find("Name")
        .ifPresent(
            name -> body.change(head -> head.changing("info", info -> info.with("title", name))));
    sam.find("Description")
        .ifPresent(text ->
            body.change(head -> head.changing("info", info -> info.with("description", text))));
    if (sam.isTrue("FailOnWarnings")) {
      body.rename(DEFAULT, "/" + DEFAULT);
    }
  }

  /// A tag of the same name is given the value.
  private static void addTag(List<Value<Node>> all, Value<Node> tag) {
    Optional<String> name = Props.of(tag).word("name");
    for (int i = 0; i < all.size(); i++) {
      if (Props.of(all.get(i)).word("name").equals(name)) {
        all.set(i, Props.of(all.get(i)).withAll(Props.of(tag)).value());
        return;
      }
    }
    all.add(tag);
  }

  private static void disable(Definition body, Value<Node> isOff) {
    String key = "x-amazon-apigateway-endpoint-configuration";
    body.change(head -> {
      List<Value<Node>> servers =
          head.has("servers") ? head.list("servers") : List.of(Props.none(isOff.origin()).value());
      return head.with(
          "servers",
          servers.stream()
              .map(server ->
                  Props.changed(
                      server,
                      s -> s.changing(key, all -> all.with("disableExecuteApiEndpoint", isOff))))
              .toList());
    });
  }

  private static void addCors(Definition body, Value<Node> written) {
    Props map = Props.of(written);
    Props none = Props.none(written.origin());
    boolean isSwitch =
        written.sole().filter(Node.Bool.class::isInstance).isPresent()
            || Props.word(written).filter("true"::equalsIgnoreCase).isPresent();
    if (isSwitch && written.sole().filter(new Node.Bool(false)::equals).isPresent()) {
      return;
    }
    Props cors = isSwitch ? none.with("allowOrigins", Props.texts(written.origin(), "*")) : none;
    if (!isSwitch && map.isEmpty()) {
      cors = none.with("allowOrigins", written);
    }
    for (String key :
        List.of(
            "AllowOrigins",
            "AllowHeaders",
            "AllowMethods",
            "ExposeHeaders",
            "MaxAge",
            "AllowCredentials")) {
      boolean isOff = key.equals("AllowCredentials") && !map.isTrue(key);
      String name = key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1);
      cors = isOff ? cors : cors.with(name, map.find(key));
    }
    Props all = cors;
    body.change(head -> head.changing("x-amazon-apigateway-cors", before -> before.withAll(all)));
  }
}
