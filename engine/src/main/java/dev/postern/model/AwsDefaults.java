package dev.postern.model;

import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What AWS does where nothing is written, with the page that says so and since when.
///
/// The table is the resource folder `defaults`, one tab-separated file per service
/// (`defaults/rds.tsv`): type, path, value, dialect (`any`, `cloudformation` or `terraform`, where
/// a provider's own default differs), since (ISO date), page. Values are JSON scalars or `[]`.
final class AwsDefaults {
  private static final Map<String, Map<String, Row>> TYPES = new ConcurrentHashMap<>();

  private AwsDefaults() {}

  private record Row(Node value, LocalDate since, String page) {}

  static Optional<Value<Node>> of(Resource resource, String path, Span at) {
    Map<String, Row> rows = TYPES.computeIfAbsent(resource.type(), AwsDefaults::load);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String dialect = resource.unit().kind().name().toLowerCase(Locale.ROOT);
    Row row = rows.get(key(path, dialect));
    if (row == null) {
      row = rows.get(key(path, "any"));
    }
    return Optional.ofNullable(row)
        .map(r -> new Value.Default<>(r.value(), new Origin.AwsDefault(r.page(), r.since(), at)));
  }

  private static String service(String type) {
    String[] parts = type.split("::", 3);
    return parts.length == 3 ? parts[1].toLowerCase(Locale.ROOT) : "";
  }

  private static String key(String path, String dialect) {
    return path + "\t" + dialect;
  }

  private static Map<String, Row> load(String type) {
    String file = "defaults/" + service(type) + ".tsv";
    try (InputStream in = AwsDefaults.class.getResourceAsStream(file)) {
      if (in == null) {
        return Map.of();
      }
      var rows = new HashMap<String, Row>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> line.startsWith(type + "\t"))
          .forEach(line -> add(rows, line.split("\t", -1)));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Row> rows, String[] cells) {
    rows.put(key(cells[1], cells[3]), new Row(node(cells[2]), LocalDate.parse(cells[4]), cells[5]));
  }

  private static Node node(String json) {
    if (json.equals("[]")) {
      return Node.Items.of(List.of());
    }
    if (json.equals("true") || json.equals("false")) {
      return new Node.Bool(json.equals("true"));
    }
    if (json.startsWith("\"")) {
      return Text.plain(json.substring(1, json.length() - 1));
    }
    return new Node.Num(new BigDecimal(json));
  }
}
