package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The route that an event adds to the definition of an HTTP API.
///
/// @param api the properties of the API
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html">HttpApi
///   event</a>
record HttpEvent(Event event, Props api) {
  static final String DEFAULT = "$default";

  private static final java.util.regex.Pattern PARAMETER =
      java.util.regex.Pattern.compile("\\{(.*?)}");

  static String path(Event event) {
    return event.sam().word("Path").orElse(event.sam().has("Method") ? "" : DEFAULT);
  }

  static String method(Event event) {
    return Definition.method(event.sam().word("Method").orElse(Definition.ANY));
  }

  Props route() {
    Props sam = event.sam();
    Origin origin = sam.origin();
    Pattern pattern = event.stack().pattern();
    Map<String, Value<Node>> names = Map.of("arn", event.target().arn(origin));
    Props integration =
        Props.none(origin)
            .with("type", "aws_proxy")
            .with("httpMethod", "POST")
            .with("payloadFormatVersion", "2.0")
            .with(
                "uri",
                pattern.fill(
                    "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31"
                        + "/functions/${arn}/invocations",
                    origin,
                    names));
    Props route =
        Props.none(origin)
            .with(Definition.INTEGRATION, integration)
            .with("responses", Props.none(origin));
    if (path(event).equals(DEFAULT) && method(event).equals(Definition.ANY)) {
      route = route.with("isDefaultRoute", true);
    }
    return completed(route);
  }

  /// What the event says of a route, be it one of the definition that the user wrote.
  Props completed(Props said) {
    Props sam = event.sam();
    Origin origin = sam.origin();
    Props route =
        said.changing(
            Definition.INTEGRATION,
            integration ->
                integration
                    .with(
                        "payloadFormatVersion",
                        sam.find("PayloadFormatVersion")
                            .or(() -> integration.find("payloadFormatVersion")))
                    .with(
                        "timeoutInMillis",
                        sam.find("TimeoutInMillis").or(() -> integration.find("timeoutInMillis"))));
    var parameters = new ArrayList<Value<Node>>();
    var found = PARAMETER.matcher(path(event));
    while (found.find()) {
      parameters.add(
          Props.none(origin)
              .with("name", found.group(1))
              .with("in", "path")
              .with("required", true)
              .value());
    }
    if (!parameters.isEmpty()) {
      route = route.adding("parameters", parameters);
    }
    return sam.has("Auth") ? authorized(route, sam.inside("Auth")) : route;
  }

  private Props authorized(Props route, Props auth) {
    Optional<Value<Node>> undecided =
        Undecided.map(event.sam(), "Auth").or(() -> Undecided.security(auth));
    if (undecided.isPresent()) {
      return RestSecurity.open(route, undecided.get());
    }
    Props authorizers = api.inside("Auth").inside("Authorizers");
    RestSecurity.check(auth, "Authorizer", api.inside("Auth"), true, event.stack());
    Optional<String> name =
        auth.word("Authorizer").or(() -> api.inside("Auth").word("DefaultAuthorizer"));
    if (name.isEmpty()) {
      return route;
    }
    Props authorizer = authorizers.inside(name.get());
    Value<Node> none = Props.list(auth.origin(), List.of());
    Value<Node> scopes =
        authorizer.isEmpty() || name.get().equals("AWS_IAM")
            ? none
            : auth.find("AuthorizationScopes")
                .or(() -> authorizer.find("AuthorizationScopes"))
                .orElse(none);
    return RestSecurity.require(route, name.get(), scopes);
  }
}
