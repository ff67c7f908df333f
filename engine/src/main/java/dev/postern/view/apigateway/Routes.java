package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.List;

/// The routes of an HTTP or WebSocket API that a resource declares: a route of its own, or those of
/// the API's definition.
public record Routes(Resource resource, List<Route> routes) implements View {
  private static final String API = "AWS::ApiGatewayV2::Api";

  public static final ViewType<Routes> TYPE =
      new ViewType<>(
          List.of("AWS::ApiGatewayV2::Route", API), (resource, _) -> Routes.of(resource));

  /// A route.
  ///
  /// @param open whether it asks nobody who they are
  /// @param asked whether it is one that is asked: not `OPTIONS`, and of a WebSocket API only the
  ///   first
  public record Route(Verdict open, Verdict asked) {}

  static Routes of(Resource resource) {
    List<Route> all =
        resource.type().equals(API)
            ? new Definition(resource)
                .operations().stream().map(o -> new Route(o.open(), o.preflight().not())).toList()
            : List.of(route(resource));
    return new Routes(resource, all);
  }

  private static Route route(Resource resource) {
    Property authorization = resource.at("AuthorizationType");
    Verdict open = authorization.isOneOf("NONE").or(authorization.isWritten().not());
    return new Route(
        open.saying("no authorization"),
        resource
            .at("RouteKey")
            .text()
            .decide(key -> key.startsWith("OPTIONS ").or(isMessage(key)))
            .not());
  }

  /// Whether it is a WebSocket route other than `$connect`.
  private static Truth isMessage(Text key) {
    return key.literal()
        .map(k -> Truth.of(!k.equals("$default") && !k.equals("$connect") && !k.contains(" ")))
        .orElse(Truth.FALSE);
  }
}
