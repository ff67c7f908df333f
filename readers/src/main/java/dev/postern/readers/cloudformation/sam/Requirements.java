package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What SAM refuses of the properties of its resources and of `Globals`, as `requirements.tsv`
/// says. SAM makes nothing of a template that it refuses: what it would make of the rest is told as
/// if it did. What could matter to a review is an error, everything else a warning.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html">resources
///   and properties</a>
final class Requirements {
  private static final String PREFIX = "AWS::Serverless::";
  private static final Map<String, List<Requirement>> ALL = load();

  private final Consumer<Problem> problems;

  Requirements(Consumer<Problem> problems) {
    this.problems = problems;
  }

  private static Map<String, List<Requirement>> load() {
    var all = new LinkedHashMap<String, List<Requirement>>();
    for (String line : PolicyTemplates.text("requirements.tsv").lines().toList()) {
      if (!line.startsWith("#")) {
        List<String> cells = List.of(line.split("\t", -1));
        var requirement = Requirement.of(cells.subList(1, cells.size()));
        for (String where : cells.getFirst().split(",", -1)) {
          all.computeIfAbsent(where, _ -> new ArrayList<>()).add(requirement);
        }
      }
    }
    return all;
  }

  void checkGlobals(Map<String, Value<Node>> globals) {
    globals.values().stream()
        .findFirst()
        .ifPresent(first ->
            check(
                "Globals",
                "`Globals`",
                new Props(new LinkedHashMap<>(globals), first.origin()).value()));
  }

  /// @param sam the properties with those that are global
  void check(Resource resource, Props sam) {
    if (!resource.type().startsWith(PREFIX)) {
      return;
    }
    String type = resource.type().substring(PREFIX.length());
    String name = "`" + resource.type() + "`";
    check(type, name, sam.value());
    if (type.equals("Function")) {
      check(sam.is("PackageType", "Image") ? "Function:Image" : "Function:Zip", name, sam.value());
    }
    if (type.equals("Function") && sam.has("TenancyConfig")) {
      check("Function:Tenant", name, sam.value());
    }
    for (Value<Node> written : sam.inside("Events").entries().values()) {
      Props event = Props.of(written);
      Optional<String> kind = event.word("Type");
      Value<Node> properties =
          event.find("Properties").orElseGet(() -> Props.none(event.origin()).value());
      kind.ifPresent(k -> check("event:" + k, "`" + k + "` event", properties));
    }
  }

  private void check(String where, String name, Value<Node> properties) {
    for (Requirement requirement : ALL.getOrDefault(where, List.of())) {
      BiConsumer<String, Span> told =
          (wrong, at) -> {
            String message = name + " " + wrong;
            problems.accept(
                requirement.isGrave() ? Problem.error(message, at) : Problem.warning(message, at));
          };
      if (requirement.path().isEmpty()) {
        requirement.judge(Props.of(properties), Optional.of(properties), "", told);
      } else {
        walk(requirement, 0, properties, "", told);
      }
    }
  }

  /// As deep as the path of the requirement.
  private static void walk(
      Requirement requirement,
      int depth,
      Value<Node> value,
      String shown,
      BiConsumer<String, Span> told) {
    boolean isLast = depth + 1 == requirement.path().size();
    String key = requirement.path().get(depth);
    if (key.equals("*")) {
      for (Map.Entry<String, Value<Node>> each : entries(value).entrySet()) {
        String name = Requirement.inside(shown, each.getKey());
        if (isLast) {
          requirement.judge(Props.of(value), Optional.of(each.getValue()), name, told);
        } else {
          walk(requirement, depth + 1, each.getValue(), name, told);
        }
      }
    } else if (value instanceof Value.Known<Node>(Node.Fields fields, _, _)
        && fields.rest().isEmpty()) {
      Props props = Props.of(value);
      String name = Requirement.inside(shown, key);
      if (isLast) {
        requirement.judge(props, props.find(key), name, told);
      } else {
        props.find(key).ifPresent(inner -> walk(requirement, depth + 1, inner, name, told));
      }
    }
  }

  /// The entries of a map, or the elements of a list by their numbers.
  private static Map<String, Value<Node>> entries(Value<Node> value) {
    var all = new LinkedHashMap<String, Value<Node>>(Props.of(value).entries());
    if (value instanceof Value.Known<Node>(Node.Items(var elements, _), _, _)) {
      for (int i = 0; i < elements.size(); i++) {
        all.put(String.valueOf(i), elements.get(i));
      }
    }
    all.values().removeIf(Value.Absent.class::isInstance);
    return all;
  }
}
