package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The APIs of a template, which events add methods to before they are made. Events that name none
/// share an API that SAM makes.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html">Api
///   event</a>
final class Apis {
  private static final String REST = "AWS::Serverless::Api";
  private static final String HTTP = "AWS::Serverless::HttpApi";
  private static final String IMPLICIT_REST = "ServerlessRestApi";
  private static final String IMPLICIT_HTTP = "ServerlessHttpApi";

  private final Stack stack;
  private final Globals globals;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, RestApi> rests = new LinkedHashMap<>();
  private final Map<String, HttpApi> https = new LinkedHashMap<>();
  private final Set<String> implicitIds = new HashSet<>();
  private final Map<String, List<World>> implicit = new LinkedHashMap<>();

  Apis(Stack stack, Globals globals) {
    this.stack = stack;
    this.globals = globals;
  }

  void declare(Resource api) {
    Props written = Props.of(api.properties());
    boolean isImplicit = implicitIds.contains(api.address());
    Origin origin = isImplicit ? written.origin() : Origin.written(api.header());
    Props sam = new Props(written.entries(), origin);
    resources.put(api.address(), api);
    if (api.type().equals(REST)) {
      rests.put(api.address(), new RestApi(sam, stack));
    } else {
      https.put(api.address(), new HttpApi(sam, stack));
    }
  }

  void make() {
    var plans = new UsagePlans(stack);
    rests.forEach((id, api) -> resource(id).ifPresent(r -> api.make(r, plans)));
    https.forEach((id, api) -> resource(id).ifPresent(api::make));
  }

  /// The implicit API is there wherever one of its events is.
  private Optional<Resource> resource(String id) {
    return Optional.ofNullable(resources.get(id))
        .map(r ->
            new Resource(
                r.unit(),
                id,
                r.type(),
                r.sourceType(),
                r.header(),
                r.whole(),
                r.properties(),
                r.attributes(),
                implicit.getOrDefault(id, r.when()),
                r.symbolic()));
  }

  void rest(Event event) {
    Optional<String> id = id(event, "RestApiId", REST, stack.shared(IMPLICIT_REST));
    Optional<RestApi> api = id.flatMap(i -> Optional.ofNullable(rests.get(i)));
    if (id.isEmpty()) {
      return;
    }
    if (event.target().isMachine()) {
      MachineEvent.role(event, "apigateway.amazonaws.com");
    } else {
      String suffix = api.map(RestApi::suffix).orElse("AllStages");
      permit(event, LogicalId.of(event.id() + "Permission", suffix), "RestApiId", id.get());
    }
    api.ifPresent(a -> a.add(event));
  }

  void http(Event event) {
    Optional<String> id = id(event, "ApiId", HTTP, stack.shared(IMPLICIT_HTTP));
    Optional<HttpApi> api = id.flatMap(i -> Optional.ofNullable(https.get(i)));
    if (id.isEmpty()) {
      return;
    }
    boolean isCovered =
        !HttpEvent.path(event).equals(HttpEvent.DEFAULT)
            && event.target().alias().isEmpty()
            && api.flatMap(HttpApi::definition)
                .filter(d -> d.calls(HttpEvent.DEFAULT, Definition.ANY, event.target().id()))
                .isPresent();
    if (!isCovered) {
      permit(event, event.id() + "Permission", "ApiId", id.get());
    }
    api.ifPresent(a -> a.add(event));
  }

  private void permit(Event event, String permissionId, String key, String id) {
    Props sam = event.sam();
    Origin origin = sam.origin();
    boolean isHttp = key.equals("ApiId");
    String path = isHttp ? HttpEvent.path(event) : sam.word("Path").orElse("");
    String written = sam.word("Method").orElse(Definition.ANY).toLowerCase(Locale.ROOT);
    boolean isAny = written.equals("any") || written.equals(Definition.ANY);
    String method = isAny ? "*" : written.toUpperCase(Locale.ROOT);
    String end = path.equals(HttpEvent.DEFAULT) ? "" : ApiPath.inArn(path);
    String resource =
        isHttp && isAny && end.equals("/" + HttpEvent.DEFAULT) ? end : "/" + method + end;
    Value<Node> api = sam.find(key).orElseGet(() -> Props.reference(id, "Ref", origin));
    String arn = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*";
    Value<Node> source = stack.pattern().fill(arn + resource, origin, Map.of("api", api));
    event.permit(
        permissionId, "apigateway.amazonaws.com", Props.none(origin).with("SourceArn", source));
  }

  /// The API that an event names, or the implicit one.
  private Optional<String> id(Event event, String key, String type, String implicitId) {
    Optional<Value<Node>> written = event.sam().find(key);
    if (written.isEmpty()) {
      addImplicit(event, type, implicitId);
      return Optional.of(implicitId);
    }
    Optional<String> id =
        stack
            .target(written.get())
            .map(Resource::address)
            .or(() -> Props.word(written.get()).map(stack::shared));
    boolean isThere =
        id.flatMap(i -> Optional.ofNullable(resources.get(i)))
            .filter(api -> api.type().equals(type))
            .isPresent();
    if (!isThere) {
      String message = "`" + key + "` names no API of this template";
      stack.tell(
          Problem.error(
              message + "; what it adds there is not reviewed", written.get().origin().place()));
    }
    return id.or(() -> Optional.of(implicitId + "Elsewhere"));
  }

  private void addImplicit(Event event, String type, String id) {
    Resource from = event.target().resource();
    if (!implicit.containsKey(id)) {
      Origin origin = event.origin();
      Props own = Props.none(origin);
      own = type.equals(REST) ? own.with("StageName", "Prod") : own;
      Value<Node> none = Props.none(origin).value();
      Value<Node> merged = globals.merged(type, own.value(), none);
      implicitIds.add(id);
      Resource api =
          new Resource(
              from.unit(),
              id,
              type,
              from.sourceType(),
              from.header(),
              from.whole(),
              merged,
              none,
              from.when(),
              from.symbolic());
      new Requirements(stack::tell).check(api, Props.of(merged));
      declare(api);
    }
    implicit.merge(id, from.when(), Stack::union);
    Props owner = Props.of(from.properties());
    if (owner.isTrue("PropagateTags") && owner.has("Tags")) {
      Optional.ofNullable(rests.get(id)).ifPresent(api -> api.tag(owner.inside("Tags")));
      Optional.ofNullable(https.get(id)).ifPresent(api -> api.tag(owner.inside("Tags")));
    }
  }
}
