package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The method that an event adds to the definition of a REST API.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html">Api
///   event</a>
record RestMethod(Event event, RestApi api, Definition definition) {

  void add() {
    Props sam = event.sam();
    String path = sam.word("Path").orElse("");
    String method = Definition.method(sam.word("Method").orElse(""));
    Props said =
        event.target().isMachine() ? machine() : withCredentials(lambda(), sam.inside("Auth"));
    said = withAuth(said, sam.inside("Auth"));
    Props integration = said.inside(Definition.INTEGRATION);
    if (sam.has("TimeoutInMillis")) {
      integration = integration.with("timeoutInMillis", sam.find("TimeoutInMillis"));
    }
    var cached = new ArrayList<Value<Node>>();
    List<Value<Node>> parameters = parameters(cached);
    if (!cached.isEmpty()) {
      integration = integration.with("cacheKeyParameters", cached);
    }
    said = withModel(said.with(Definition.INTEGRATION, integration), parameters);
    if (!api.sam().has("DefinitionBody") && definition.hasIntegration(path, method)) {
      tell("method `%s` of `%s` is there twice".formatted(method, path), sam.find("Path"));
    }
    definition.add(path, method, said, event.when());
    addPolicy();
  }

  private void tell(String message, Optional<Value<Node>> at) {
    at.ifPresent(v -> event.stack().tell(Problem.warning(message, v.origin().place())));
  }

  private void addPolicy() {
    Props policy = event.sam().inside("Auth").inside("ResourcePolicy");
    if (!policy.isEmpty()) {
      // INVARIANT: SAM looks the stage up for functions only
      Value<Node> stage =
          Props.text(event.target().isMachine() ? "" : api.suffix(), event.origin());
      var statements = new ResourcePolicy(definition, event.stack());
      statements.add(policy, event.sam().word("Path").orElse(""), stage);
      statements.addOwn(policy);
    }
  }

  /// Sets who may call a method of the definition that the user wrote.
  void override() {
    Props auth = event.sam().inside("Auth");
    boolean isEmpty =
        !auth.has("Authorizer") && !auth.has("ApiKeyRequired") && !auth.has("ResourcePolicy");
    if (isEmpty) {
      tell("`OverrideApiAuth` overrides nothing", auth.find("OverrideApiAuth"));
    }
    String path = event.sam().word("Path").orElse("");
    String method = Definition.method(event.sam().word("Method").orElse(""));
    definition.eachMethod((at, name, said) ->
        at.equals(path) && name.equals(method) ? withAuth(said, event.sam().inside("Auth")) : said);
    addPolicy();
  }

  private Props lambda() {
    Origin origin = event.origin();
    boolean isStream = event.sam().is("ResponseTransferMode", "RESPONSE_STREAM");
    String version = isStream ? "2021-11-15" : "2015-03-31";
    String call = isStream ? "response-streaming-invocations" : "invocations";
    String uri =
        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/"
            + version
            + "/functions/${arn}/"
            + call;
    Map<String, Value<Node>> names = Map.of("arn", event.target().arn(origin));
    Props integration =
        Props.none(origin)
            .with("type", "aws_proxy")
            .with("httpMethod", "POST")
            .with("uri", event.stack().pattern().fill(uri, origin, names));
    return Props.none(origin)
        .with(
            Definition.INTEGRATION,
            isStream ? integration.with("responseTransferMode", "STREAM") : integration)
        .with("responses", Props.none(origin));
  }

  private Props machine() {
    Origin origin = event.origin();
    Pattern pattern = event.stack().pattern();
    Map<String, Value<Node>> names = Map.of("machine", event.target().arn(origin));
    String template =
        event.sam().isTrue("UnescapeMappingTemplate")
            ? "{\"input\":"
                + " \"$util.escapeJavaScript($input.json('$')).replaceAll(\"\\\\'\",\"'\")\","
                + " \"stateMachineArn\": \"${machine}\"}"
            : "{\"input\": \"$util.escapeJavaScript($input.json('$'))\", "
                + "\"stateMachineArn\": \"${machine}\"}";
    Props none = Props.none(origin);
    Props integration =
        none.with("type", "aws")
            .with("httpMethod", "POST")
            .with(
                "uri",
                pattern.fill(
                    "arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution",
                    origin))
            .with(
                "responses",
                none.with("200", none.with("statusCode", "200"))
                    .with("400", none.with("statusCode", "400")))
            .with("credentials", Props.reference(event.id() + "Role", "Arn", origin))
            .with(
                "requestTemplates",
                none.with("application/json", pattern.fill(template, origin, names)));
    return none.with(Definition.INTEGRATION, integration)
        .with(
            "responses",
            none.with("200", none.with("description", "OK"))
                .with("400", none.with("description", "Bad Request")));
  }

  /// With IAM authorization the function is called as the caller, or as the role that is named.
  private Props withCredentials(Props said, Props auth) {
    Props ofApi = api.sam().inside("Auth");
    boolean isIam =
        auth.is("Authorizer", "AWS_IAM")
            || (ofApi.is("DefaultAuthorizer", "AWS_IAM") && auth.isEmpty());
    if (!isIam) {
      return said;
    }
    Origin origin = said.origin();
    Value<Node> caller =
        event.stack().pattern().fill("arn:${AWS::Partition}:iam::*:user/*", origin);
    Value<Node> none = Props.text("NONE", origin);
    Optional<Value<Node>> written = role(auth, none).or(() -> role(ofApi, none));
    if (written.flatMap(Props::word).filter("NONE"::equals).isPresent()) {
      return said;
    }
    Value<Node> role =
        written
            .filter(r -> !Props.word(r).equals(Optional.of("CALLER_CREDENTIALS")))
            .orElse(caller);
    return said.changing(Definition.INTEGRATION, all -> all.with("credentials", role));
  }

  /// A role that is written but null is none.
  private static Optional<Value<Node>> role(Props auth, Value<Node> none) {
    return auth.entries().containsKey("InvokeRole")
        ? Optional.of(auth.find("InvokeRole").orElse(none))
        : Optional.empty();
  }

  private Props withAuth(Props said, Props auth) {
    Optional<Value<Node>> undecided =
        Undecided.map(event.sam(), "Auth").or(() -> Undecided.security(auth));
    if (undecided.isPresent()) {
      return RestSecurity.open(said, undecided.get());
    }
    Props all = said;
    Props authorizers = api.sam().inside("Auth").inside("Authorizers");
    RestSecurity.check(auth, "Authorizer", api.sam().inside("Auth"), false, event.stack());
    Optional<String> authorizer = auth.word("Authorizer");
    if (authorizer.isPresent()) {
      Props defined = authorizers.inside(authorizer.get());
      Value<Node> none = Props.list(auth.origin(), List.of());
      Value<Node> scopes =
          defined.isEmpty()
              ? none
              : auth.find("AuthorizationScopes")
                  .or(() -> defined.find("AuthorizationScopes"))
                  .orElse(none);
      all = RestSecurity.require(all, authorizer.get(), scopes);
      if (authorizer.get().equals("AWS_IAM")) {
        RestSecurity.define(definition, "AWS_IAM", Authorizer.iam(auth.origin()));
      }
    }
    if (auth.isFalse("ApiKeyRequired") && !api.sam().inside("Auth").has("ApiKeyRequired")) {
      tell("API has no `ApiKeyRequired`, which this takes away", auth.find("ApiKeyRequired"));
    }
    if (auth.has("ApiKeyRequired")) {
      boolean isRequired = auth.isTrue("ApiKeyRequired");
      String name = isRequired ? "api_key" : "api_key_false";
      all = RestSecurity.require(all, name, Props.list(auth.origin(), List.of()));
      if (isRequired) {
        RestSecurity.define(definition, "api_key", Authorizer.key(auth.origin()));
      }
    }
    return all;
  }

  private Props withModel(Props said, List<Value<Node>> parameters) {
    Props model = event.sam().inside("RequestModel");
    Optional<String> name = model.word("Model").map(n -> n.toLowerCase(Locale.ROOT));
    Props none = Props.none(model.origin());
    Props all = said;
    var list = new ArrayList<Value<Node>>();
    if (name.isPresent() && !definition.isVersion3()) {
      list.add(
          none.with("in", "body")
              .with("name", name.get())
              .with("schema", none.with("$ref", "#/definitions/" + name.get()))
              .with("required", model.find("Required"))
              .value());
    } else if (name.isPresent()) {
      Props schema = none.with("schema", none.with("$ref", "#/components/schemas/" + name.get()));
      all =
          all.with(
              "requestBody",
              none.with("content", none.with("application/json", schema))
                  .with("required", model.find("Required")));
    }
    if (name.isPresent() && (model.has("ValidateBody") || model.has("ValidateParameters"))) {
      all = withValidator(all, model);
    }
    list.addAll(parameters);
    return list.isEmpty() ? all : all.with("parameters", list);
  }

  private Props withValidator(Props said, Props model) {
    boolean body = model.isTrue("ValidateBody");
    boolean parameters = model.isTrue("ValidateParameters");
    String name =
        body
            ? (parameters ? "body-and-params" : "body-only")
            : (parameters ? "params-only" : "no-validation");
    Props validator =
        Props.none(model.origin())
            .with("validateRequestBody", body)
            .with("validateRequestParameters", parameters);
    definition.change(head ->
        head.changing("x-amazon-apigateway-request-validators", all -> all.with(name, validator)));
    return said.with("x-amazon-apigateway-request-validator", name);
  }

  private List<Value<Node>> parameters(List<Value<Node>> cached) {
    var all = new ArrayList<Value<Node>>();
    for (Value<Node> written : event.sam().list("RequestParameters")) {
      Props map = Props.of(written);
      Optional<String> name =
          map.isEmpty() ? Props.word(written) : Optional.of(map.entries().firstEntry().getKey());
      String place = name.orElse("").replaceFirst("^method\\.request\\.", "");
      int dot = place.indexOf('.');
      if (dot < 0) {
        continue;
      }
      Props settings = map.isEmpty() ? map : Props.of(map.entries().firstEntry().getValue());
      String in = place.substring(0, dot);
      Value<Node> no = Props.bool(false, written.origin());
      all.add(
          Props.none(written.origin())
              .with("in", in.equals("querystring") ? "query" : in)
              .with("name", place.substring(dot + 1))
              .with("required", settings.find("Required").orElse(no))
              .with("type", "string")
              .value());
      if (settings.isTrue("Caching")) {
        cached.add(Props.text(name.orElse(""), written.origin()));
      }
    }
    return all;
  }
}
