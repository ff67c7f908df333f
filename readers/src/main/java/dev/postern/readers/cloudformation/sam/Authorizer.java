package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An authorizer of a REST API as its OpenAPI security scheme.
///
/// @see <a
///   href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html">x-amazon-apigateway-authorizer</a>
record Authorizer(Props sam, Stack stack) {
  static Props iam(Origin origin) {
    return inHeader("Authorization", origin).with("x-amazon-apigateway-authtype", "awsSigv4");
  }

  static Props key(Origin origin) {
    return inHeader("x-api-key", origin);
  }

  private static Props inHeader(String name, Origin origin) {
    return Props.none(origin).with("type", "apiKey").with("name", name).with("in", "header");
  }

  Props scheme() {
    Origin origin = sam.origin();
    boolean isRequest = sam.is("FunctionPayloadType", "REQUEST");
    boolean isPool = sam.has("UserPoolArn");
    Value<Node> header =
        isRequest && !isPool
            ? Props.text("Unused", origin)
            : sam.inside("Identity")
                .find("Header")
                .orElseGet(() -> Props.text("Authorization", origin));
    return Props.none(origin)
        .with("type", "apiKey")
        .with("name", header)
        .with("in", "header")
        .with("x-amazon-apigateway-authtype", isPool ? "cognito_user_pools" : "custom")
        .with("x-amazon-apigateway-authorizer", isPool ? pool() : lambda(isRequest));
  }

  private Props pool() {
    return validating(
        Props.none(sam.origin())
            .with("type", "cognito_user_pools")
            .with("providerARNs", sam.list("UserPoolArn")));
  }

  private Props validating(Props authorizer) {
    return authorizer.with(
        "identityValidationExpression", sam.inside("Identity").find("ValidationExpression"));
  }

  private Props lambda(boolean isRequest) {
    Props identity = sam.inside("Identity");
    Optional<Value<Node>> role =
        sam.find("FunctionInvokeRole").filter(_ -> !sam.is("FunctionInvokeRole", "NONE"));
    Props authorizer =
        Props.none(sam.origin())
            .with("type", isRequest ? "request" : "token")
            .with("authorizerUri", uri())
            .with("authorizerResultTtlInSeconds", identity.find("ReauthorizeEvery"))
            .with("authorizerCredentials", role);
    if (!isRequest) {
      return validating(authorizer);
    }
    var sources = new ArrayList<String>();
    var names = new LinkedHashMap<String, Value<Node>>();
    addSources(identity, "Headers", "method.request.header.", sources, names);
    addSources(identity, "QueryStrings", "method.request.querystring.", sources, names);
    addSources(identity, "StageVariables", "stageVariables.", sources, names);
    addSources(identity, "Context", "context.", sources, names);
    return sources.isEmpty()
        ? authorizer
        : authorizer.with(
            "identitySource",
            stack.pattern().fill(String.join(", ", sources), identity.origin(), names));
  }

  private static void addSources(
      Props identity,
      String key,
      String prefix,
      List<String> sources,
      Map<String, Value<Node>> names) {
    for (Value<Node> name : identity.list(key)) {
      String hole = key + names.size();
      names.put(hole, name);
      sources.add(prefix + "${" + hole + "}");
    }
  }

  private Value<Node> uri() {
    String uri =
        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
            + "${arn}/invocations";
    Value<Node> arn = sam.find("FunctionArn").orElseGet(() -> Value.absent(sam.origin()));
    return stack.pattern().fill(uri, sam.origin(), Map.of("arn", arn));
  }
}
