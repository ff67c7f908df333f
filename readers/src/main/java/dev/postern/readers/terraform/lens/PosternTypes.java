package dev.postern.readers.terraform.lens;

import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Schemas;
import dev.postern.model.TypeSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// CloudFormation's types and those of this project, which `postern-types.tsv` lists: what
/// CloudFormation cannot say.
final class PosternTypes implements Schemas {
  private static final Map<String, TypeSchema> OWN = load();

  private final Schemas aws;

  PosternTypes(Schemas aws) {
    this.aws = aws;
  }

  private static Map<String, TypeSchema> load() {
    var types = new LinkedHashMap<String, TypeSchema>();
    LensTable.text("postern-types.tsv")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(PosternTypes::read)
        .forEach(type -> types.put(type.name(), type));
    return Collections.unmodifiableMap(types);
  }

  /// `TYPE`, then `Property shape` for each; nested properties are written `Parent.Property`.
  private static TypeSchema read(String line) {
    String[] cells = line.split("\t", -1);
    var properties = new LinkedHashMap<String, PropertySchema>();
    var nested = new LinkedHashMap<String, Map<String, PropertySchema>>();
    for (int i = 1; i < cells.length; i++) {
      String[] words = cells[i].split(" ", -1);
      int dot = words[0].lastIndexOf('.');
      String name = words[0].substring(dot + 1);
      var property = new PropertySchema(name, false, shape(words[1], words[0]));
      if (dot < 0) {
        properties.put(name, property);
      } else {
        nested
            .computeIfAbsent(words[0].substring(0, dot), _ -> new LinkedHashMap<>())
            .put(name, property);
      }
    }
    return new TypeSchema(cells[0], properties, new TreeSet<>(), List.of(), nested);
  }

  private static Shape shape(String word, String path) {
    return switch (word) {
      case "string" -> Shape.Scalar.STRING;
      case "integer" -> Shape.Scalar.INTEGER;
      case "boolean" -> Shape.Scalar.BOOLEAN;
      case "json" -> Shape.Scalar.JSON;
      case "strings" -> new Shape.ListOf(Shape.Scalar.STRING);
      case "object" -> new Shape.Nested(path);
      case "objects" -> new Shape.ListOf(new Shape.Nested(path));
      default -> throw new IllegalStateException("no shape " + word);
    };
  }

  @Override
  public Optional<TypeSchema> type(String name) {
    return Optional.ofNullable(OWN.get(name)).or(() -> aws.type(name));
  }

  @Override
  public boolean known(String name) {
    return OWN.containsKey(name) || aws.known(name);
  }

  @Override
  public List<String> types() {
    return Stream.concat(aws.types().stream(), OWN.keySet().stream()).sorted().toList();
  }
}
