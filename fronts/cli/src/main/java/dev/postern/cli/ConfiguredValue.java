package dev.postern.cli;

import dev.postern.readers.tree.Tree;
import java.util.stream.Collectors;

/// The value of a variable or parameter as one gives it on the command line.
final class ConfiguredValue {
  private ConfiguredValue() {}

  /// A scalar as it is; a list of scalars or a map as an expression, which JSON is.
  static String text(Tree tree) {
    return tree instanceof Tree.Scalar scalar ? scalar.text() : json(tree);
  }

  // the depth of a tree is bounded where it is read
  private static String json(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar ->
          scalar.isNull()
              ? "null"
              : scalar.asBoolean().isPresent() || scalar.asNumber().isPresent()
                  ? scalar
                      .asNumber()
                      .map(Object::toString)
                      .orElseGet(() -> scalar.asBoolean().orElse(false).toString())
                  : quoted(scalar.text());
      case Tree.Sequence(var items, _, _) ->
          items.stream().map(ConfiguredValue::json).collect(Collectors.joining(", ", "[", "]"));
      case Tree.Mapping(var entries, _, _) ->
          entries.stream()
              .map(e -> quoted(e.key()) + ": " + json(e.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Tree.Unreadable _ -> "null";
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString().replace("${", "$${").replace("%{", "%%{");
  }
}
