package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Prints JSON on one line, keys sorted.
final class JsonLines {
  private static final String HEX = "\\u%04x";

  private JsonLines() {}

  static String line(List<Tree> trees) {
    return trees.stream().map(tree -> line(tree, Set.of())).collect(Collectors.joining(","));
  }

  /// @param without keys to leave out wherever they stand
  static String line(Tree tree, Set<String> without) {
    return switch (tree) {
      case Tree.Mapping(var entries, _, _) ->
          entries.stream()
              .filter(e -> !without.contains(e.key()))
              .sorted(Comparator.comparing(Tree.Entry::key))
              .map(e -> quoted(e.key()) + ":" + line(e.value(), without))
              .collect(Collectors.joining(",", "{", "}"));
      case Tree.Sequence(var items, _, _) ->
          items.stream()
              .map(item -> line(item, without))
              .collect(Collectors.joining(",", "[", "]"));
      case Tree.Scalar scalar ->
          scalar.style() == Tree.Scalar.Style.JSON_STRING ? quoted(scalar.text()) : scalar.text();
      case Tree.Unreadable _ -> "null";
    };
  }

  static String quoted(String text) {
    return text.codePoints()
        .mapToObj(c ->
            switch (c) {
              case '"' -> "\\\"";
              case '\\' -> "\\\\";
              case '\n' -> "\\n";
              case '\t' -> "\\t";
              default -> c < ' ' ? HEX.formatted(c) : Character.toString(c);
            })
        .collect(Collectors.joining("", "\"", "\""));
  }
}
