package dev.postern.view.apigateway;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Optional;

/// The methods of a REST API that a resource declares: a method of its own, or those of the API's
/// definition.
public record Methods(Resource resource, Cloud cloud, List<Method> methods) implements View {
  private static final String API = "AWS::ApiGateway::RestApi";

  public static final ViewType<Methods> TYPE =
      new ViewType<>(List.of("AWS::ApiGateway::Method", API), Methods::of);

  /// A method.
  ///
  /// @param open whether it asks nobody who they are
  /// @param preflight whether it is `OPTIONS`
  /// @param asksForKey whether callers need an API key
  public record Method(Verdict open, Verdict preflight, Verdict asksForKey) {}

  static Methods of(Resource resource, Cloud cloud) {
    List<Method> all =
        resource.type().equals(API)
            ? new Definition(resource)
                .operations().stream()
                    .map(o -> new Method(o.open(), o.preflight(), o.asksForKey()))
                    .toList()
            : List.of(
                new Method(
                    resource.at("AuthorizationType").isOneOf("NONE").saying("no authorization"),
                    resource.at("HttpMethod").isOneOf("OPTIONS"),
                    resource.at("ApiKeyRequired").is(true)));
    return new Methods(resource, cloud, all);
  }

  /// The API that they belong to, where it is here.
  public Optional<Resource> api() {
    return resource.type().equals(API)
        ? Optional.of(resource)
        : resource.at("RestApiId").text().sole().flatMap(id -> cloud.target(resource, id, API));
  }

  /// Whether only VPC endpoints reach the API.
  public Verdict isPrivate() {
    return api()
        .map(api -> api.at("EndpointConfiguration", "Types").any(type -> type.is("PRIVATE")))
        .orElse(Verdict.no());
  }
}
