package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.source.Paths;
import dev.postern.readers.terraform.Terraform;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a root folder, or a plan, says beside its resources, as one resource, so that whatever
/// looks at every string of the model meets these too: defaults of variables and what variable
/// files set, locals and all other blocks as they are written, outputs, and the files that
/// functions read.
final class Root {
  static final String TYPE = "Postern::Terraform::Root";

  private Root() {}

  static Optional<Resource> of(Terraform.Configuration configuration, Unit unit) {
    String folder = configuration.folders().isEmpty() ? "" : configuration.folders().getFirst();
    List<SourceFile> files =
        configuration.files().stream()
            .filter(file -> Paths.isTerraform(file.path()) && folder(file).equals(folder))
            .toList();
    if (files.isEmpty() && configuration.variables().isEmpty()) {
      return Optional.empty();
    }
    SequencedMap<String, Value<Node>> variables = new LinkedHashMap<>();
    configuration.variables().forEach((name, block) -> variables.put(name, variable(block)));
    SequencedMap<String, Value<Node>> locals = new LinkedHashMap<>();
    configuration.locals().forEach((name, local) -> locals.put(name, Meta.written(local.value())));
    Span header = header(configuration, files);
    Origin here = Origin.written(header);
    SequencedMap<String, Value<Node>> properties = new LinkedHashMap<>();
    properties.put("Variables", Parts.known(variables, here));
    properties.put("Locals", Parts.known(locals, here));
    properties.put("Outputs", Parts.known(new LinkedHashMap<>(configuration.outputs()), here));
    Terraform.Rest rest = configuration.rest();
    put(properties, "Settings", rest.settings().stream().map(s -> under(s.getKey(), s.getValue())));
    put(properties, "Blocks", rest.blocks().stream().map(b -> under(name(b), Meta.body(b))));
    put(properties, "Files", rest.texts().stream().map(f -> under(f.path(), text(f))));
    return Optional.of(
        new Resource(
            unit,
            unit.name(),
            TYPE,
            TYPE,
            header,
            header.file().all(),
            Parts.known(properties, here),
            Parts.known(new LinkedHashMap<>(), here),
            List.of(World.ANY),
            Optional.empty()));
  }

  /// The first line of source, or the first variable of a plan.
  private static Span header(Terraform.Configuration configuration, List<SourceFile> files) {
    return files.isEmpty()
        ? configuration.variables().values().iterator().next().header()
        : files.getFirst().span(0, files.getFirst().lineText(1).length());
  }

  private static void put(
      SequencedMap<String, Value<Node>> into, String name, Stream<Value<Node>> parts) {
    List<Value<Node>> all = parts.toList();
    if (!all.isEmpty()) {
      into.put(name, Parts.known(all, all.getFirst().origin()));
    }
  }

  private static Value<Node> under(String name, Value<Node> value) {
    return Parts.known(Map.of(name, value), value.origin());
  }

  private static String name(Block block) {
    return block.labels().isEmpty() ? block.type() : block.labels().getLast().text();
  }

  private static Value<Node> text(SourceFile file) {
    return Parts.text(file.text(), Origin.written(file.all()));
  }

  private static String folder(SourceFile file) {
    return file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
  }

  private static Value<Node> variable(Block block) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    boolean secret =
        block
            .body()
            .attribute("sensitive")
            .map(a -> a.value().span().text())
            .filter("true"::equals)
            .isPresent();
    for (Attribute attribute : block.body().attributes()) {
      switch (attribute.name()) {
        case "default" -> {
          Value<Node> value = Meta.written(attribute.value());
          fields.put("Default", secret ? value.secret() : value);
        }
        case "type" ->
            fields.put(
                "Type",
                Parts.text(
                    attribute.value().span().text(), Origin.written(attribute.value().span())));
        case "sensitive" -> fields.put("Sensitive", Meta.written(attribute.value()));
        case "description" -> fields.put("Description", Meta.written(attribute.value()));
        default -> {}
      }
    }
    return Parts.known(fields, Origin.written(block.header()));
  }
}
