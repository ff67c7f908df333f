package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SAM's policy templates, which `policy-templates.tsv` lists.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html">policy
///   template list</a>
final class PolicyTemplates {
  private static final Map<String, List<Row>> TEMPLATES = load();

  private PolicyTemplates() {}

  /// A statement: actions, patterns of resources, and operator, key and pattern of a condition.
  private record Row(
      List<String> actions, List<String> resources, Optional<List<String>> condition) {}

  private static Map<String, List<Row>> load() {
    var all = new LinkedHashMap<String, List<Row>>();
    for (String line : text("policy-templates.tsv").lines().toList()) {
      if (!line.startsWith("#")) {
        List<String> cells = List.of(line.split("\t", -1));
        var row =
            new Row(
                words(cells.get(1)),
                words(cells.get(2)),
                cells.stream().skip(3).findFirst().map(PolicyTemplates::words));
        all.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>()).add(row);
      }
    }
    return all;
  }

  private static List<String> words(String cell) {
    return List.of(cell.split(" ", -1));
  }

  static String text(String name) {
    try (InputStream in = PolicyTemplates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean has(String name) {
    return TEMPLATES.containsKey(name);
  }

  /// The policy document of a template.
  ///
  /// @param parameters what the template is given
  static Value<Node> document(String name, Props parameters, Origin origin, Pattern pattern) {
    var statements = new ArrayList<Value<Node>>();
    for (Row row : TEMPLATES.getOrDefault(name, List.of())) {
      Props statement =
          Props.none(origin)
              .with("Effect", "Allow")
              .with("Action", Props.texts(origin, row.actions()))
              .with("Resource", filled(row.resources(), parameters, origin, pattern));
      statements.add(
          row.condition()
              .map(c -> statement.with("Condition", condition(c, parameters, origin, pattern)))
              .orElse(statement)
              .value());
    }
    return Props.none(origin).with("Statement", statements).value();
  }

  private static List<Value<Node>> filled(
      List<String> patterns, Props parameters, Origin origin, Pattern pattern) {
    return patterns.stream().map(p -> pattern.fill(p, origin, parameters.entries())).toList();
  }

  private static Props condition(
      List<String> words, Props parameters, Origin origin, Pattern pattern) {
    Value<Node> value = pattern.fill(words.get(2), origin, parameters.entries());
    return Props.none(origin).with(words.getFirst(), Props.none(origin).with(words.get(1), value));
  }
}
