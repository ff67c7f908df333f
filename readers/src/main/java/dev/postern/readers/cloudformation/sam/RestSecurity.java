package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who may call the methods of a REST API, as its `Auth` says.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html">ApiAuth</a>
record RestSecurity(Props auth, Definition definition, Stack stack) {

  /// Adds a requirement to those of a method.
  static Props require(Props method, String name, Value<Node> scopes) {
    Value<Node> requirement = Props.none(method.origin()).with(name, scopes).value();
    return method.adding("security", List.of(requirement));
  }

  /// Tells of an authorizer that the API does not have. `NONE` takes the default one away, which
  /// must be there; an HTTP API has `AWS_IAM` only where it is enabled.
  ///
  /// @param auth where it is named
  /// @param key the property that names it
  /// @param ofApi the `Auth` of the API
  static void check(Props auth, String key, Props ofApi, boolean isHttp, Stack stack) {
    Optional<String> name = auth.word(key);
    boolean isThere =
        name.filter(n ->
                switch (n) {
                  case "NONE" -> key.equals("Authorizer") && ofApi.has("DefaultAuthorizer");
                  case "AWS_IAM" ->
                      !isHttp
                          || (ofApi.has("EnableIamAuthorizer")
                              && !ofApi.isFalse("EnableIamAuthorizer"));
                  default -> false;
                })
            .isPresent();
    if (name.isPresent() && !isThere && !ofApi.inside("Authorizers").has(name.get())) {
      String what =
          name.get().equals("NONE")
              ? "default authorizer, which `%s` takes away"
              : "authorizer `%s`";
      stack.tell(
          Problem.error(
              "API has no " + what.formatted(name.get()),
              auth.find(key).orElseThrow().origin().place()));
    }
  }

  /// Leaves open who may call a method.
  static Props open(Props method, Value<Node> undecided) {
    return method.with("security", Undecided.from(undecided, "Auth"));
  }

  /// Leaves open who may call the methods that say nothing of their own.
  static void openAll(Definition definition, Value<Node> undecided) {
    definition.eachMethod((_, _, said) -> said.has("security") ? said : open(said, undecided));
  }

  static boolean isOpen(Props method) {
    return method.find("security").filter(Value.Unknown.class::isInstance).isPresent();
  }

  static void define(Definition definition, String name, Props scheme) {
    definition.change(head ->
        head.changing("securityDefinitions", all -> all.has(name) ? all : all.with(name, scheme)));
  }

  void apply(Value<Node> stageName) {
    Undecided.security(auth).ifPresent(value -> openAll(definition, value));
    Props authorizers = auth.inside("Authorizers");
    check(auth, "DefaultAuthorizer", auth, false, stack);
    Optional<String> standard = auth.word("DefaultAuthorizer");
    if (standard.equals(Optional.of("AWS_IAM"))) {
      replace("AWS_IAM", Authorizer.iam(auth.origin()));
    }
    authorizers
        .entries()
        .forEach(
            (name, written) -> replace(name, new Authorizer(Props.of(written), stack).scheme()));
    if (standard.isPresent()) {
      boolean isPreflightToo = !auth.isFalse("AddDefaultAuthorizerToCorsPreflight");
      definition.eachMethod((_, method, said) ->
          isPreflightToo || !method.equals("options")
              ? authorized(said, standard.get(), authorizers)
              : said);
    }
    if (auth.isTrue("ApiKeyRequired")) {
      define(definition, "api_key", Authorizer.key(auth.origin()));
      boolean isPreflightToo = !auth.isFalse("AddApiKeyRequiredToCorsPreflight");
      definition.eachMethod(
          (_, method, said) -> keyed(said, isPreflightToo || !method.equals("options")));
    }
    if (auth.has("ResourcePolicy")) {
      var policy = new ResourcePolicy(definition, stack);
      List.copyOf(definition.paths().keySet())
          .forEach(path -> policy.add(auth.inside("ResourcePolicy"), path, stageName));
      policy.addOwn(auth.inside("ResourcePolicy"));
    }
  }

  private void replace(String name, Props scheme) {
    definition.change(head -> head.changing("securityDefinitions", all -> all.with(name, scheme)));
  }

  /// The default authorizer, unless the method has one of its own or wants `NONE`.
  private Props authorized(Props said, String standard, Props authorizers) {
    if (isOpen(said)) {
      return said;
    }
    Set<String> names = new HashSet<>(authorizers.entries().keySet());
    names.add("AWS_IAM");
    var others = new ArrayList<Value<Node>>();
    var own = new ArrayList<Value<Node>>();
    boolean isNone = false;
    for (Value<Node> requirement : said.list("security")) {
      Set<String> keys = Props.of(requirement).entries().keySet();
      if (keys.stream().anyMatch(names::contains)) {
        own.add(requirement);
      } else if (!keys.contains("NONE") || isNone) {
        others.add(requirement);
      } else {
        isNone = true;
      }
    }
    if (!isNone && own.isEmpty()) {
      Value<Node> scopes =
          authorizers
              .inside(standard)
              .find("AuthorizationScopes")
              .orElseGet(() -> Props.list(auth.origin(), List.of()));
      own.add(Props.none(auth.origin()).with(standard, scopes).value());
    }
    if (!isNone) {
      others.addAll(own);
    }
    boolean isIam =
        !others.isEmpty() && Props.of(others.getFirst()).entries().containsKey("AWS_IAM");
    if (isIam) {
      define(definition, "AWS_IAM", Authorizer.iam(auth.origin()));
    }
    return others.isEmpty() ? said : said.with("security", others);
  }

  private Props keyed(Props said, boolean isRequired) {
    if (isOpen(said)) {
      return said;
    }
    Origin origin = auth.origin();
    var others = new ArrayList<Value<Node>>();
    boolean isOff = false;
    for (Value<Node> requirement : said.list("security")) {
      Set<String> keys = Props.of(requirement).entries().keySet();
      isOff |= keys.contains("api_key_false");
      if (!keys.contains("api_key") && !keys.contains("api_key_false")) {
        others.add(requirement);
      }
    }
    if (!isOff && isRequired) {
      others.add(Props.none(origin).with("api_key", List.<Value<Node>>of()).value());
    }
    return others.isEmpty() && !said.has("security") ? said : said.with("security", others);
  }
}
