package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who may call the routes of an HTTP API, as its `Auth` says.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-httpapiauth.html">HttpApiAuth</a>
record HttpSecurity(Props auth, Definition definition, Stack stack) {

  void apply() {
    Props schemes = Props.none(auth.origin());
    if (auth.isTrue("EnableIamAuthorizer")) {
      schemes = schemes.with("AWS_IAM", Authorizer.iam(auth.origin()));
    }
    for (var entry : auth.inside("Authorizers").entries().entrySet()) {
      schemes = schemes.with(entry.getKey(), scheme(Props.of(entry.getValue())));
    }
    Props all = schemes;
    if (!all.isEmpty()) {
      definition.change(head ->
          head.changing(
              "components", c -> c.changing("securitySchemes", before -> before.withAll(all))));
    }
    Undecided.security(auth).ifPresent(value -> RestSecurity.openAll(definition, value));
    RestSecurity.check(auth, "DefaultAuthorizer", auth, true, stack);
    Optional<String> standard = auth.word("DefaultAuthorizer");
    if (standard.isPresent()) {
      Value<Node> scopes =
          auth.inside("Authorizers")
              .inside(standard.get())
              .find("AuthorizationScopes")
              .orElseGet(() -> Props.list(auth.origin(), List.of()));
      definition.eachMethod((_, method, said) ->
          method.equals("options") || !said.list("security").isEmpty()
              ? said
              : RestSecurity.require(said, standard.get(), scopes));
    }
  }

  private Props scheme(Props authorizer) {
    Origin origin = authorizer.origin();
    Props none = Props.none(origin);
    if (authorizer.has("JwtConfiguration")) {
      Props jwt = Props.none(authorizer.inside("JwtConfiguration").origin());
      for (var entry : authorizer.inside("JwtConfiguration").entries().entrySet()) {
        jwt = jwt.with(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue());
      }
      return none.with("type", "oauth2")
          .with(
              "x-amazon-apigateway-authorizer",
              none.with("jwtConfiguration", jwt)
                  .with("identitySource", authorizer.find("IdentitySource"))
                  .with("type", "jwt"));
    }
    Props identity = authorizer.inside("Identity");
    Value<Node> arn = authorizer.find("FunctionArn").orElseGet(() -> Value.absent(origin));
    Optional<Value<Node>> role =
        authorizer
            .find("FunctionInvokeRole")
            .filter(_ -> !authorizer.is("FunctionInvokeRole", "NONE"));
    Props lambda =
        none.with("type", "request")
            .with(
                "authorizerUri",
                stack
                    .pattern()
                    .fill(
                        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31"
                            + "/functions/${arn}/invocations",
                        origin,
                        Map.of("arn", arn)))
            .with("authorizerCredentials", role)
            .with("authorizerResultTtlInSeconds", identity.find("ReauthorizeEvery"))
            .with(
                "authorizerPayloadFormatVersion",
                authorizer.find("AuthorizerPayloadFormatVersion"));
    if (authorizer.has("Identity")) {
      lambda = lambda.with("identitySource", sources(identity));
    }
    if (authorizer.isTrue("EnableSimpleResponses")) {
      lambda = lambda.with("enableSimpleResponses", authorizer.find("EnableSimpleResponses"));
    }
    return none.with("type", "apiKey")
        .with("name", "Unused")
        .with("in", "header")
        .with("x-amazon-apigateway-authorizer", lambda);
  }

  private static List<Value<Node>> sources(Props identity) {
    var all = new ArrayList<Value<Node>>();
    all.addAll(sources(identity, "Headers", "$request.header."));
    all.addAll(sources(identity, "QueryStrings", "$request.querystring."));
    all.addAll(sources(identity, "StageVariables", "$stageVariables."));
    all.addAll(sources(identity, "Context", "$context."));
    return all;
  }

  private static List<Value<Node>> sources(Props identity, String key, String prefix) {
    return identity.list(key).stream()
        .map(name ->
            name.map(node ->
                node instanceof Text text ? Text.of(prefix, name.origin()).concat(text) : node))
        .toList();
  }
}
