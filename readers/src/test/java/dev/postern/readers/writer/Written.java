package dev.postern.readers.writer;

import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.model.Unit;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.source.Reading;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.lens.Lenses;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Texts of one file, read; values made and shown.
final class Written {
  static final Schemas SCHEMAS = new AwsSchemas();
  static final TerraformSchemas TERRAFORM = new TerraformTypes();
  private static final Origin HERE = Origin.written(SourceFile.of("", "").all());

  private Written() {}

  static Reading read(String path, String text) {
    if (path.endsWith(".tf")) {
      var sources = new GivenSources(Map.of(path, text));
      var configuration = Terraform.read(sources, "", Terraform.Inputs.NONE, TERRAFORM);
      return Lenses.apply(
          configuration, new Unit(".", Unit.Kind.TERRAFORM, List.of(path)), SCHEMAS);
    }
    SourceFile file = SourceFile.of(path, text);
    return Templates.read(
        path.endsWith(".json") ? Json.parse(file) : Yaml.parse(file),
        new Unit(path, Unit.Kind.CLOUDFORMATION, List.of(path)),
        new Inputs(Map.of(), Optional.of(SCHEMAS)));
  }

  static Writing set(Reading reading, Resource resource, List<String> path, Node value) {
    return new Writer(reading.files(), reading.resources(), SCHEMAS, TERRAFORM)
        .set(resource, path, value);
  }

  static Node text(String text) {
    return Text.of(text, HERE);
  }

  static Node list(Node... items) {
    return Node.Items.of(List.of(items).stream().map(i -> Value.known(i, HERE)).toList());
  }

  static Node map(String key, Node value) {
    return Node.Fields.of(Map.of(key, Value.known(value, HERE)));
  }

  static Node map(String key, Node value, String other, Node more) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    all.put(key, Value.known(value, HERE));
    all.put(other, Value.known(more, HERE));
    return Node.Fields.of(all);
  }

  /// Every scalar of every resource by its place; what belongs to no resource is left out.
  static Map<String, String> leaves(Reading reading) {
    var all = new LinkedHashMap<String, String>();
    for (Resource resource : reading.resources()) {
      if (!resource.isRemainder()) {
        String at = resource.address() + " " + resource.type();
        all.put(at, resource.when().toString());
        leaves(resource.properties(), at, all);
      }
    }
    return all;
  }

  static void leaves(Value<Node> value, String at, Map<String, String> into) {
    switch (value.sole().orElse(null)) {
      case Node.Items(var items, var rest) -> {
        rest.ifPresent(why -> into.put(at + "/...", why.what()));
        for (int i = 0; i < items.size(); i++) {
          leaves(items.get(i), at + "/" + i, into);
        }
      }
      case Node.Fields(var entries, var rest) -> {
        rest.ifPresent(why -> into.put(at + "/...", why.what()));
        entries.forEach((name, inner) -> leaves(inner, at + "/" + name, into));
      }
      case Text text ->
          into.merge(
              at,
              text.parts().stream().map(Written::of).collect(Collectors.joining()),
              (a, b) -> a + b);
      case Node.Num num -> into.put(at, num.toString());
      case Node.Bool bool -> into.put(at, bool.toString());
      case null -> {
        if (!(value instanceof Value.Absent<Node>)) {
          into.put(at, value.toString());
        }
      }
    }
  }

  private static String of(Part part) {
    return switch (part) {
      case Part.Literal(var text, _) -> text;
      case Part.Hole(var reason, _, _, _) -> "<" + reason.what() + ">";
      case Part.Reference(var target, var attribute, _, _) -> "@" + target + "." + attribute;
      case Part.Json(var document, _) -> {
        var inside = new LinkedHashMap<String, String>();
        leaves(document, "json", inside);
        yield inside.toString();
      }
    };
  }
}
