package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// The `OPTIONS` method that a REST API answers preflight requests with.
///
/// @param written the value of `Cors`
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-corsconfiguration.html">CorsConfiguration</a>
record Cors(Value<Node> written, Definition definition) {
  private static final String PREFIX = "Access-Control-";

  void add() {
    var seen = new HashSet<String>();
    definition.eachPath((path, item) -> {
      String normal = path.equals("/") ? path : path.replaceFirst("/+$", "");
      return !seen.add(normal) || item.has("options") ? item : item.with("options", options(item));
    });
  }

  private Props options(Props item) {
    Origin origin = written.origin();
    Props none = Props.none(origin);
    Props cors = Props.of(written);
    Props parameters = none;
    Props headers = none;
    Optional<Value<Node>> methods =
        cors.find("AllowMethods").or(() -> Optional.of(Props.text(methods(item), origin)));
    var all = new ArrayList<Optional<Value<Node>>>();
    all.add(
        cors.isEmpty()
            ? Optional.of(written)
            : cors.find("AllowOrigin").or(() -> Optional.of(Props.text("'*'", origin))));
    all.add(cors.find("AllowHeaders"));
    all.add(methods);
    all.add(cors.find("MaxAge"));
    all.add(
        cors.isTrue("AllowCredentials")
            ? Optional.of(Props.text("'true'", origin))
            : Optional.empty());
    List<String> names =
        List.of("Allow-Origin", "Allow-Headers", "Allow-Methods", "Max-Age", "Allow-Credentials");
    for (int i = 0; i < names.size(); i++) {
      if (all.get(i).isPresent()) {
        String name = PREFIX + names.get(i);
        String type = names.get(i).equals("Max-Age") ? "integer" : "string";
        parameters = parameters.with("method.response.header." + name, all.get(i));
        Props header = none.with("type", type);
        headers =
            headers.with(name, definition.isVersion3() ? none.with("schema", header) : header);
      }
    }
    return whole(parameters, headers);
  }

  private Props whole(Props parameters, Props headers) {
    Props none = Props.none(written.origin());
    Props answer =
        none.with("statusCode", "200")
            .with("responseParameters", parameters)
            .with("responseTemplates", none.with("application/json", "{}\n"));
    Props integration =
        none.with("type", "mock")
            .with(
                "requestTemplates", none.with("application/json", "{\n  \"statusCode\" : 200\n}\n"))
            .with("responses", none.with("default", answer));
    Props response =
        none.with("description", "Default response for CORS method").with("headers", headers);
    Props options =
        none.with("summary", "CORS support")
            .with(Definition.INTEGRATION, integration)
            .with("responses", none.with("200", response));
    return definition.isVersion3()
        ? options
        : options
            .with("consumes", Props.texts(written.origin(), "application/json"))
            .with("produces", Props.texts(written.origin(), "application/json"));
  }

  private static String methods(Props item) {
    var all = new TreeSet<String>();
    item.entries().keySet().forEach(method -> all.add(method.toUpperCase(Locale.ROOT)));
    all.add("OPTIONS");
    return item.entries().containsKey(Definition.ANY)
        ? "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'"
        : "'" + String.join(",", all) + "'";
  }
}
