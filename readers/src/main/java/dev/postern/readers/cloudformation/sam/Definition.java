package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// The OpenAPI document of an API while SAM adds to it: the one that the user wrote, or one that
/// only has what events add.
///
/// @see <a
///   href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html">API
///   Gateway extensions to OpenAPI</a>
final class Definition {
  static final String ANY = "x-amazon-apigateway-any-method";
  static final String INTEGRATION = "x-amazon-apigateway-integration";

  private static final List<String> NO_METHODS = List.of("summary", "description", "parameters");

  /// Changes what is said of a method.
  interface Change {
    Props apply(String path, String method, Props said);
  }

  private final boolean hasPaths;
  private Props head;
  private final SequencedMap<String, Value<Node>> paths = new LinkedHashMap<>();
  private final Map<String, List<World>> when = new LinkedHashMap<>();

  /// @param head the document, which may have paths already
  Definition(Props head) {
    this.head = head.without("paths");
    hasPaths = head.has("paths");
    paths.putAll(head.inside("paths").entries());
    paths.keySet().forEach(path -> when.put(path, List.of(World.ANY)));
  }

  static Definition empty(String key, String version, Origin origin, Stack stack) {
    Props info =
        Props.none(origin)
            .with("version", "1.0")
            .with("title", stack.pattern().fill("${AWS::StackName}", origin));
    return new Definition(
        Props.none(origin).with(key, version).with("info", info).with("paths", Props.none(origin)));
  }

  Props head() {
    return head;
  }

  void change(UnaryOperator<Props> change) {
    head = change.apply(head);
  }

  boolean isVersion3() {
    return head.word("openapi").filter(version -> version.startsWith("3")).isPresent()
        || head.find("openapi").flatMap(Value::sole).filter(Node.Num.class::isInstance).isPresent();
  }

  static String method(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.equals("any") ? ANY : lower;
  }

  private Props item(String path) {
    return Optional.ofNullable(paths.get(path))
        .map(Props::of)
        .orElseGet(() -> Props.none(head.origin()));
  }

  boolean hasIntegration(String path, String method) {
    return item(path).inside(method).has(INTEGRATION);
  }

  /// Adds a method that exists where `worlds` hold.
  void add(String path, String method, Props said, List<World> worlds) {
    Value<Node> before = paths.computeIfAbsent(path, _ -> Props.none(said.origin()).value());
    Value<Node> value = Stack.within(worlds, said.value());
    paths.put(path, Props.changed(before, item -> item.with(method, merged(item, method, value))));
    when.merge(path, worlds, Stack::union);
  }

  private static Value<Node> merged(Props item, String method, Value<Node> value) {
    Props there = item.inside(method);
    return there.isEmpty() ? value : Props.changed(value, all -> there.withAll(all));
  }

  private List<World> when(String path) {
    return when.getOrDefault(path, List.of(World.ANY));
  }

  void rename(String path, String to) {
    Value<Node> item = paths.remove(path);
    if (item != null) {
      paths.put(to, item);
      when.put(to, when(path));
    }
  }

  /// Whether the method of a path calls this function.
  boolean calls(String path, String method, String functionId) {
    return hasIntegration(path, method)
        && item(path)
            .inside(method)
            .inside(INTEGRATION)
            .find("uri")
            .flatMap(Value::sole)
            .filter(uri ->
                uri instanceof Text text
                    && text.references().stream().anyMatch(r -> r.target().equals(functionId)))
            .isPresent();
  }

  SequencedMap<String, Value<Node>> paths() {
    return paths;
  }

  /// Changes each path, in each world.
  void eachPath(BiFunction<String, Props, Props> change) {
    paths.replaceAll((path, item) -> Props.changed(item, all -> change.apply(path, all)));
  }

  /// Changes each method that is integrated with something.
  void eachMethod(Change change) {
    eachPath((path, item) -> {
      Props all = item;
      for (String method : List.copyOf(item.entries().keySet())) {
        if (!NO_METHODS.contains(method) && item.has(method)) {
          all =
              all.changing(
                  method,
                  said -> said.has(INTEGRATION) ? change.apply(path, method(method), said) : said);
        }
      }
      return all;
    });
  }

  Value<Node> value() {
    var all = new LinkedHashMap<String, Value<Node>>();
    paths.forEach((path, item) -> all.put(path, Stack.within(when(path), item)));
    return hasPaths || !all.isEmpty()
        ? head.with("paths", new Props(all, head.origin())).value()
        : head.value();
  }
}
