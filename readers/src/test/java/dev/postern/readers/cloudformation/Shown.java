package dev.postern.readers.cloudformation;

import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.model.Unit;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.Reading;
import dev.postern.readers.tree.Document;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Values in a form that tests compare: `<what>` is unknown, `-` is absent, `{world: value}`
/// differs between worlds, `!` before a value says that it is secret.
final class Shown {
  private Shown() {}

  static Reading read(String text, Map<String, String> parameters) {
    SourceFile file = SourceFile.of(text.startsWith("{") ? "t.json" : "t.yaml", text);
    Document document = text.startsWith("{") ? Json.parse(file) : Yaml.parse(file);
    var unit = new Unit("t", Unit.Kind.CLOUDFORMATION, List.of(file.path()));
    var inputs = new Inputs(parameters, Optional.of(new AwsSchemas()));
    return Templates.read(document, unit, inputs.knowing(new AwsManagedPolicies()));
  }

  /// Reads the template at `path` with all the others beside it, whose exports it may import.
  static Reading readAmong(Map<String, String> files, String path) {
    var inputs = new Inputs(Map.of(), Optional.of(new AwsSchemas()));
    var documents = new TreeMap<String, Document>();
    files.forEach((name, text) -> documents.put(name, Yaml.parse(SourceFile.of(name, text))));
    Inputs all = inputs.with(name -> Optional.ofNullable(documents.get(name)));
    Inputs linked = all.with(Exports.of(List.copyOf(documents.values()), all));
    var unit = new Unit(path, Unit.Kind.CLOUDFORMATION, List.of(path));
    return Templates.read(documents.get(path), unit, linked);
  }

  static Reading read(String text) {
    return read(text, Map.of());
  }

  static Resource resource(Reading reading, String address) {
    return reading.resources().stream()
        .filter(r -> r.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError(reading.resources() + " " + problems(reading)));
  }

  static List<String> problems(Reading reading) {
    return reading.problems().stream()
        .map(p -> p.at().line() + ":" + p.at().column() + " " + p.message())
        .toList();
  }

  static boolean hasErrors(Reading reading) {
    return reading.problems().stream().anyMatch(p -> p.level() == Problem.Level.ERROR);
  }

  static String of(Value<Node> value) {
    String secret = value.sensitivity() == Sensitivity.SECRET ? "!" : "";
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> secret + of(node);
      case Value.Default<Node>(var node, _) -> of(node);
      case Value.Absent<Node> _ -> "-";
      case Value.Unknown<Node>(var reason, _, _) -> secret + "<" + reason.what() + ">";
      case Value.OneOf<Node>(var cases, _) ->
          cases.stream()
              .map(c -> c.when() + ": " + of(c.value()))
              .collect(Collectors.joining("; ", "{", "}"));
    };
  }

  private static String of(Node node) {
    return switch (node) {
      case Text text -> text.parts().stream().map(Shown::of).collect(Collectors.joining());
      case Node.Num num -> "#" + num;
      case Node.Bool bool -> "#" + bool;
      case Node.Items(var values, var rest) ->
          values.stream().map(Shown::of).collect(Collectors.joining(", ", "[", ""))
              + rest.map(r -> " ...<" + r.what() + ">").orElse("")
              + "]";
      case Node.Fields(var entries, var rest) ->
          entries.entrySet().stream()
                  .map(e -> e.getKey() + "=" + of(e.getValue()))
                  .collect(Collectors.joining(", ", "(", ""))
              + rest.map(r -> " ...<" + r.what() + ">").orElse("")
              + ")";
    };
  }

  private static String of(Part part) {
    return switch (part) {
      case Part.Literal(var text, _) -> text;
      case Part.Hole(var reason, _, _, _) -> "<" + reason.what() + ">";
      case Part.Reference(var target, var attribute, var value, _) ->
          "@"
              + target
              + "."
              + attribute
              + value
                  .map(v ->
                      "(" + v.parts().stream().map(Shown::of).collect(Collectors.joining()) + ")")
                  .orElse("");
      case Part.Json(var document, _) -> "json" + of(document);
    };
  }
}
