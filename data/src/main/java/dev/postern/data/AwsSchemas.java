package dev.postern.data;

import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Schemas;
import dev.postern.model.TypeSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The CloudFormation resource specification. `data/generate/schemas.js` defines the lines.
public final class AwsSchemas implements Schemas {
  private final Shards shards = new Shards("schemas");
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Map<String, Optional<TypeSchema>> types = new ConcurrentHashMap<>();

  @Override
  public boolean known(String cfnType) {
    return known.computeIfAbsent(cfnType, name -> block(name).isPresent());
  }

  @Override
  public Optional<TypeSchema> type(String cfnType) {
    return types.computeIfAbsent(cfnType, name -> block(name).map(AwsSchemas::read));
  }

  @Override
  public List<String> types() {
    return shards.text("index").lines().toList();
  }

  private Optional<List<String>> block(String cfnType) {
    String[] words = cfnType.split("::", -1);
    return words.length != 3
        ? Optional.empty()
        : shards
            .find((words[0] + "-" + words[1]).toLowerCase(Locale.ROOT))
            .flatMap(text -> Shards.block(text, "T\t" + cfnType + "\t"));
  }

  private static TypeSchema read(List<String> lines) {
    String[] head = lines.getFirst().split("\t", -1);
    var properties = new LinkedHashMap<String, PropertySchema>();
    var nested = new LinkedHashMap<String, Map<String, PropertySchema>>();
    Map<String, PropertySchema> into = properties;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      if (fields[0].startsWith("#")) {
        into = new LinkedHashMap<>();
        nested.put(fields[0].substring(1), into);
      } else {
        boolean required = fields[0].endsWith("*");
        String name = required ? fields[0].substring(0, fields[0].length() - 1) : fields[0];
        into.put(name, new PropertySchema(name, required, new ShapeReader(fields[1]).shape()));
      }
    }
    return new TypeSchema(
        head[1], properties, new TreeSet<>(parts(head[3], ",")), parts(head[2], "\\|"), nested);
  }

  private static List<String> parts(String field, String separator) {
    return field.isEmpty() ? List.of() : Arrays.asList(field.split(separator, -1));
  }

  /// Reads one shape from left to right.
  private static final class ShapeReader {
    private final String code;
    private int at;

    ShapeReader(String code) {
      this.code = code;
    }

    Shape shape() {
      char letter = code.charAt(at++);
      return switch (letter) {
        case 's' -> Shape.Scalar.STRING;
        case 'i' -> Shape.Scalar.INTEGER;
        case 'n' -> Shape.Scalar.NUMBER;
        case 'b' -> Shape.Scalar.BOOLEAN;
        case 'd' -> Shape.Scalar.TIMESTAMP;
        case 'j' -> Shape.Scalar.JSON;
        case 't' -> Shape.Scalar.TAG;
        case '[' -> new Shape.ListOf(shape());
        case '{' -> new Shape.MapOf(shape());
        case '#' -> nested();
        case '(' -> anyOf();
        default -> throw new IllegalStateException("no such shape: " + code);
      };
    }

    private Shape nested() {
      int end = code.indexOf(';', at);
      String name = code.substring(at, end);
      at = end + 1;
      return new Shape.Nested(name);
    }

    private Shape anyOf() {
      var shapes = new ArrayList<Shape>();
      while (code.charAt(at) != ')') {
        shapes.add(shape());
      }
      at++;
      return new Shape.AnyOf(shapes);
    }
  }
}
