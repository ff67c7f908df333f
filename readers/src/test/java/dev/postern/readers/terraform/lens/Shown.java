package dev.postern.readers.terraform.lens;

import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.model.Unit;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.source.Reading;
import dev.postern.readers.terraform.Terraform;
import dev.postern.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Configurations of one file, and values in a form in which both languages say the same: keys in
/// order, scalars as text, references by the bare name of their target.
final class Shown {
  static final Schemas SCHEMAS = new AwsSchemas();
  static final TerraformSchemas TERRAFORM = new TerraformTypes();

  private Shown() {}

  static Reading terraform(String text) {
    var sources = new GivenSources(Map.of("main.tf", text));
    var configuration = Terraform.read(sources, "", Terraform.Inputs.NONE, TERRAFORM);
    var unit = new Unit(".", Unit.Kind.TERRAFORM, List.of("main.tf"));
    return Lenses.apply(configuration, unit, SCHEMAS);
  }

  /// The resources, one a line, without those that hold what belongs to none.
  static List<String> of(List<Resource> resources) {
    return resources.stream()
        .filter(r -> !r.type().equals(Root.TYPE))
        .filter(r -> !r.type().equals("Postern::CloudFormation::Template"))
        .map(r -> r.type() + " " + of(r.properties()))
        .sorted()
        .toList();
  }

  static String of(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> of(node);
      case Value.Default<Node>(var node, _) -> of(node);
      case Value.Absent<Node> _ -> "-";
      case Value.Unknown<Node>(var reason, _, _) -> "<" + reason.what() + ">";
      case Value.OneOf<Node>(var cases, _) ->
          cases.stream()
              .map(c -> c.when() + ": " + of(c.value()))
              .collect(Collectors.joining("; ", "{", "}"));
    };
  }

  private static String of(Node node) {
    return switch (node) {
      case Text text -> text.parts().stream().map(Shown::of).collect(Collectors.joining());
      case Node.Num num -> num.toString();
      case Node.Bool bool -> bool.toString();
      case Node.Items(var values, var rest) ->
          values.stream().map(Shown::of).collect(Collectors.joining(", ", "[", ""))
              + rest.map(r -> " ...<" + r.what() + ">").orElse("")
              + "]";
      case Node.Fields(var entries, var rest) ->
          new TreeMap<>(entries)
                  .entrySet().stream()
                      .filter(e -> !(e.getValue() instanceof Value.Absent<Node>))
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
      case Part.Reference(var target, var attribute, _, _) ->
          "@"
              + target.substring(target.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
              + "."
              + attribute;
      case Part.Json(var document, _) -> "json" + of(document);
    };
  }
}
