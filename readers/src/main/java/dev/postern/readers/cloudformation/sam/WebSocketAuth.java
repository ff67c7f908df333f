package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who may connect to a WebSocket API, as its `Auth` says.
///
/// @param sam the properties of the API
/// @see <a
///   href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html">access
///   to WebSocket APIs</a>
record WebSocketAuth(Resource resource, Props sam, Stack stack) {
  private static final String CUSTOM = "CUSTOM";

  /// What the route `$connect` says. Any type that SAM does not know in exactly these letters is
  /// `NONE`.
  Props authorization() {
    Props auth = sam.inside("Auth");
    Props none = Props.none(auth.origin());
    Optional<Value<Node>> open =
        Undecided.map(sam, "Auth").or(() -> Undecided.among(auth, "AuthType").findFirst());
    if (open.isPresent()) {
      return none.with("AuthorizationType", Undecided.from(open.get(), "Auth"));
    }
    if (auth.isEmpty()) {
      return none;
    }
    check(auth);
    Origin origin = auth.find("AuthType").map(Value::origin).orElse(auth.origin());
    String type = auth.word("AuthType").orElse("");
    if (type.equals(CUSTOM) && auth.has("AuthArn")) {
      addAuthorizer(auth);
      return none.with("AuthorizationType", Props.text(type, origin))
          .with("AuthorizerId", Props.reference(authorizerId(), "Ref", auth.origin()));
    }
    boolean isSigned = type.equals("AWS_IAM");
    return none.with("AuthorizationType", Props.text(isSigned ? type : "NONE", origin));
  }

  private void check(Props auth) {
    Optional<String> type = auth.word("AuthType").map(word -> word.toUpperCase(Locale.ROOT));
    if (type.isEmpty()) {
      return;
    }
    boolean isCustom = type.get().equals(CUSTOM);
    if (isCustom && !auth.has("AuthArn")) {
      tell("`Auth` of type `CUSTOM` lacks `AuthArn`", auth);
    }
    if (!isCustom && !List.of("AWS_IAM", "NONE").contains(type.get())) {
      tell("`AuthType` of a WebSocket API is `AWS_IAM`, `CUSTOM` or `NONE`", auth);
    } else if (!isCustom && auth.entries().size() > 1) {
      tell("`Auth` of type `%s` takes nothing else".formatted(type.get()), auth);
    }
  }

  private void tell(String message, Props auth) {
    stack.tell(Problem.error(message, auth.find("AuthType").orElseThrow().origin().place()));
  }

  private String authorizerId() {
    return resource.address() + "ConnectAuthorizer";
  }

  private void addAuthorizer(Props auth) {
    Origin origin = auth.origin();
    String api = resource.address();
    Value<Node> function = auth.find("AuthArn").orElseThrow();
    stack.add(
        resource,
        authorizerId(),
        "AWS::ApiGatewayV2::Authorizer",
        Props.none(origin)
            .with("ApiId", Props.reference(api, "Ref", origin))
            .with("Name", stack.local(resource) + "ConnectAuthorizer")
            .taking(auth, "IdentitySource", "Name")
            .with("AuthorizerType", "REQUEST")
            .with("AuthorizerUri", invocation(function, origin, stack))
            .with("AuthorizerCredentialsArn", auth.find("InvokeRole")));
    if (!auth.has("InvokeRole")) {
      AuthorizerPermission.add(
          resource, api + "AuthorizerPermission", auth.with("FunctionArn", function), stack);
    }
  }

  /// The URI at which API Gateway calls a function.
  static Value<Node> invocation(Value<Node> function, Origin origin, Stack stack) {
    return stack
        .pattern()
        .fill(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31"
                + "/functions/${function}/invocations",
            origin,
            Map.of("function", function));
  }
}
