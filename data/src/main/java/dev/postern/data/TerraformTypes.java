package dev.postern.data;

import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Nesting;
import dev.postern.model.TerraformType.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The types of Terraform's AWS provider. `data/generate/terraform.js` defines the lines.
public final class TerraformTypes implements TerraformSchemas {
  private final Shards shards = new Shards("terraform");
  private final Map<String, Optional<TerraformType>> resources = new ConcurrentHashMap<>();
  private final Map<String, Optional<TerraformType>> dataSources = new ConcurrentHashMap<>();

  @Override
  public String version() {
    return shards.text("index").lines().findFirst().orElseThrow().substring("V\t".length());
  }

  @Override
  public Optional<TerraformType> resource(String type) {
    return resources.computeIfAbsent(type, name -> read(name, "R"));
  }

  @Override
  public Optional<TerraformType> dataSource(String type) {
    return dataSources.computeIfAbsent(type, name -> read(name, "D"));
  }

  @Override
  public boolean known(String type) {
    return block(type, "R").isPresent() || block(type, "D").isPresent();
  }

  private Optional<List<String>> block(String type, String kind) {
    String[] words = type.split("_", -1);
    return words.length < 2 || !words[0].equals("aws")
        ? Optional.empty()
        : shards.find(words[1]).flatMap(text -> Shards.block(text, kind + "\t" + type + "\t"));
  }

  private Optional<TerraformType> read(String type, String kind) {
    return block(type, kind).map(lines -> read(type, lines));
  }

  /// The arguments of the type come first, then its nested arguments, each after those it names.
  private static TerraformType read(String type, List<String> lines) {
    var nested = new ArrayList<Map<String, Argument>>();
    int end = next(lines, 1);
    for (int start = end; start < lines.size(); start = next(lines, start + 1)) {
      nested.add(arguments(lines.subList(start + 1, next(lines, start + 1)), nested));
    }
    return new TerraformType(type, arguments(lines.subList(1, end), nested));
  }

  private static int next(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).startsWith("#")) {
      at++;
    }
    return at;
  }

  private static Map<String, Argument> arguments(
      List<String> lines, List<Map<String, Argument>> nested) {
    var arguments = new LinkedHashMap<String, Argument>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String name = line.substring(0, tab);
      Shape shape = shape(line, tab + 2, nested);
      arguments.put(name, new Argument(name, mode(line.charAt(tab + 1)), shape));
    }
    return arguments;
  }

  private static Mode mode(char letter) {
    return switch (letter) {
      case 'r' -> Mode.REQUIRED;
      case 'o' -> Mode.OPTIONAL;
      case 'b' -> Mode.OPTIONAL_COMPUTED;
      case 'c' -> Mode.COMPUTED;
      default -> throw new IllegalStateException("no such mode: " + letter);
    };
  }

  private static Shape shape(String line, int at, List<Map<String, Argument>> nested) {
    return switch (line.charAt(at)) {
      case 's' -> Shape.Scalar.STRING;
      case 'n' -> Shape.Scalar.NUMBER;
      case 'b' -> Shape.Scalar.BOOL;
      case 'a' -> Shape.Scalar.ANY;
      case '[' -> new Shape.ListOf(shape(line, at + 1, nested));
      case '(' -> new Shape.SetOf(shape(line, at + 1, nested));
      case '{' -> new Shape.MapOf(shape(line, at + 1, nested));
      default -> {
        int number = Integer.parseInt(line.substring(at + 1));
        yield new Shape.Block(nesting(line.charAt(at)), nested.get(number));
      }
    };
  }

  private static Nesting nesting(char letter) {
    return switch (letter) {
      case 'L' -> Nesting.LIST;
      case '1' -> Nesting.LIST_OF_ONE;
      case 'S' -> Nesting.SET;
      case 'O' -> Nesting.SINGLE;
      case 'M' -> Nesting.MAP;
      default -> throw new IllegalStateException("no such nesting: " + letter);
    };
  }
}
