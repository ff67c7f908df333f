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
  private record Row(String[] actions, String[] resources, Optional<String[]> condition) {}

  private static Map<String, List<Row>> load() {
    var all = new LinkedHashMap<String, List<Row>>();
    for (String line : text("policy-templates.tsv").lines().toList()) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        Optional<String[]> condition =
            cells.length > 3 ? Optional.of(cells[3].split(" ", -1)) : Optional.empty();
        Row row = new Row(cells[1].split(" ", -1), cells[2].split(" ", -1), condition);
        all.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(row);
      }
    }
    return all;
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
      String[] patterns, Props parameters, Origin origin, Pattern pattern) {
    return List.of(patterns).stream()
        .map(p -> pattern.fill(p, origin, parameters.entries()))
        .toList();
  }

  private static Props condition(String[] words, Props parameters, Origin origin, Pattern pattern) {
    Value<Node> value = pattern.fill(words[2], origin, parameters.entries());
    return Props.none(origin).with(words[0], Props.none(origin).with(words[1], value));
  }
}
