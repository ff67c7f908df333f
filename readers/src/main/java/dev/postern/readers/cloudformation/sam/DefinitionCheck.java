package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what of the OpenAPI document of an API is of another kind than SAM and API Gateway take,
/// so that what it says of who may call cannot be read. Null says nothing, except in a REST API
/// whose document SAM changes in place.
///
/// @param api the properties of the API
/// @param isRest whether it is a REST API
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html">DefinitionBody</a>
record DefinitionCheck(Props api, boolean isRest, Stack stack) {
  private static final String ENDPOINT = "x-amazon-apigateway-endpoint-configuration";

  /// Entries of a path that are no methods.
  private static final List<String> BESIDE =
      List.of("description", "parameters", "servers", "summary", "$ref", "Fn::Transform");

  void check() {
    Props body = api.inside("DefinitionBody");
    map(body, "paths", "");
    map(body, "securityDefinitions", "");
    map(body.inside("components"), "securitySchemes", "components.");
    map(body, ENDPOINT, "");
    for (Value<Node> server : body.list("servers")) {
      map(Props.of(server), ENDPOINT, "servers.");
    }
    for (Map.Entry<String, Value<Node>> item : body.inside("paths").entries().entrySet()) {
      Props paths = body.inside("paths");
      if (!item.getKey().startsWith("Fn::")) {
        map(paths, item.getKey(), "paths.");
        methods(Props.of(item.getValue()), "paths." + item.getKey() + ".");
      }
    }
  }

  private void methods(Props item, String path) {
    for (String method : item.entries().keySet()) {
      boolean isMethod = !BESIDE.contains(method) && !method.startsWith("Fn::");
      if (isMethod && (!method.startsWith("x-") || method.equals(Definition.ANY))) {
        map(item, method, path);
        Props said = item.inside(method);
        if (isRequiring()) {
          list(said, "security", path + method + ".");
        }
        map(said, "responses", path + method + ".");
        for (String status : said.inside("responses").entries().keySet()) {
          String response = path + method + ".responses." + status + ".";
          map(said.inside("responses").inside(status), "headers", response);
        }
      }
    }
  }

  /// Whether SAM adds to what the methods say of who may call.
  private boolean isRequiring() {
    Props auth = api.inside("Auth");
    return auth.has("DefaultAuthorizer") || auth.has("ApiKeyRequired");
  }

  private void map(Props in, String key, String path) {
    Optional.ofNullable(in.entries().get(key))
        .filter(value -> isOther(value, Node.Fields.class))
        .ifPresent(value -> tell(path + key, "map", value));
  }

  private void list(Props in, String key, String path) {
    Optional.ofNullable(in.entries().get(key))
        .filter(value -> isOther(value, Node.Items.class))
        .ifPresent(value -> tell(path + key, "list", value));
  }

  /// Whether a value is known to be of another kind.
  private boolean isOther(Value<Node> value, Class<? extends Node> kind) {
    if (value instanceof Value.Absent<Node>(var origin)) {
      boolean isNull = origin.place().text().matches("(null|~)?");
      return isNull && isRest && !api.isTrue("MergeDefinitions");
    }
    return value instanceof Value.Known<Node>(var node, _, _)
        && !kind.isInstance(node)
        && !(node instanceof Text text && text.literal().isEmpty());
  }

  private void tell(String path, String kind, Value<Node> value) {
    stack.tell(
        Problem.error(
            "`%s` of an OpenAPI definition is no %s; who may call is not reviewed"
                .formatted(path, kind),
            value.origin().place()));
  }
}
