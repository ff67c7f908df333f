package dev.postern.readers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.AwsSchemas;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.readers.json.Json;
import dev.postern.readers.terraform.lens.Lenses;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The defaults that hold in Terraform are those that version 5.100.0 of the AWS provider plans for
/// resources of which no more is written than must be. The plan is recorded as in
/// [SourceAndPlanTest].
class ProviderDefaultsTest {
  /// How many of the table's rows the provider plans itself; the others it leaves to AWS.
  private static final int SAME = 19;

  private static final Path ROOT = Path.of(System.getProperty("postern.root"));
  private static final Path MINIMAL = ROOT.resolve("readers/src/test/resources/minimal");
  private static final Path TABLE =
      ROOT.resolve("engine/src/main/resources/dev/postern/model/defaults");

  /// One row of the table of defaults.
  private record Row(String type, String path, String value) {
    @Override
    public String toString() {
      return type + " " + path + " = " + value;
    }
  }

  @Test
  void theProviderPlansTheDefaults() throws IOException {
    Map<String, Resource> planned = planned();
    var same = new ArrayList<Row>();
    var other = new ArrayList<String>();
    for (Row row : rows()) {
      planned(row, planned)
          .ifPresent(value -> {
            if (value.equals(row.value())) {
              same.add(row);
            } else {
              other.add(row + ", planned " + value);
            }
          });
    }

    assertThat(other).isEmpty();
    assertThat(same).hasSizeGreaterThanOrEqualTo(SAME);
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    Files.writeString(MINIMAL.resolve("plan.json"), Recorder.plan(MINIMAL));
  }

  /// What is planned; empty where the provider leaves it to AWS.
  private static Optional<String> planned(Row row, Map<String, Resource> planned) {
    return Optional.ofNullable(planned.get(row.type()))
        .map(resource -> resource.at(row.path().split("\\.", -1)).value())
        .filter(value -> value instanceof Value.Known<Node>)
        .flatMap(Value::sole)
        .map(ProviderDefaultsTest::shown);
  }

  private static String shown(Node node) {
    return switch (node) {
      case Text text -> "\"" + text + "\"";
      case Node.Num num -> num.toString();
      case Node.Bool bool -> bool.toString();
      case Node.Items(var items, _) ->
          items.stream()
              .map(item -> item.sole().map(ProviderDefaultsTest::shown).orElse("?"))
              .collect(Collectors.joining(", "));
      case Node.Fields _ -> "{}";
    };
  }

  /// The planned resources by type. The configuration is left out, so that everything planned
  /// counts as written.
  private static Map<String, Resource> planned() throws IOException {
    String plan =
        Files.readAllLines(MINIMAL.resolve("plan.json")).stream()
            .filter(line -> !line.startsWith("  \"configuration\":"))
            .collect(Collectors.joining("\n"))
            .replaceAll(",\\s*}\\s*$", "}");
    var file = SourceFile.of("plan.json", plan);
    var configuration = Plans.read(Json.parse(file), Folder.SCHEMAS);
    var unit = new Unit("minimal", Unit.Kind.TERRAFORM, List.of("plan.json"));
    return Lenses.apply(configuration, unit, new AwsSchemas()).resources().stream()
        .collect(Collectors.toMap(Resource::type, r -> r, (a, _) -> a));
  }

  private static List<Row> rows() throws IOException {
    try (Stream<Path> files = Files.list(TABLE)) {
      var rows = new ArrayList<Row>();
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          String[] cells = line.split("\t", -1);
          if (cells.length > 4 && !cells[3].equals("cloudformation")) {
            rows.add(new Row(cells[0], cells[1], cells[2]));
          }
        }
      }
      return rows;
    }
  }
}
