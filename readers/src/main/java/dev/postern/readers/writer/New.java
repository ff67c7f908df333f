package dev.postern.readers.writer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Arguments and blocks that are not written yet.
final class New {
  private final Map<String, UnaryOperator<String>> arguments = new LinkedHashMap<>();
  private final Map<String, New> blocks = new LinkedHashMap<>();

  /// False where the argument has another value already.
  ///
  /// @param expression what it is to be, by the blanks before its line
  boolean put(String name, UnaryOperator<String> expression) {
    return arguments.putIfAbsent(name, expression) == null;
  }

  /// The new block of type `type` that `key` tells from others.
  New block(String type, String key) {
    return blocks.computeIfAbsent(type + "#" + key, _ -> new New());
  }

  /// Laid out as `terraform fmt` does, each line with its end.
  ///
  /// @param width how far from the start of its line the `=` before these stands; 0 where none does
  /// @param follows whether something stands before it in its block
  String text(String indent, int width, boolean follows) {
    int longest = arguments.keySet().stream().mapToInt(String::length).max().orElse(0);
    int equals = Math.max(width, longest + 1);
    List<String> parts = new ArrayList<>();
    var lines = new StringBuilder();
    arguments.forEach((name, value) ->
        lines
            .append(indent)
            .append(name)
            .append(" ".repeat(equals - name.length()))
            .append("= ")
            .append(value.apply(indent))
            .append('\n'));
    if (!lines.isEmpty()) {
      parts.add(lines.toString());
    }
    blocks.forEach((key, block) ->
        parts.add(
            indent
                + key.substring(0, key.indexOf('#'))
                + " {\n"
                + block.text(indent + "  ", 0, false)
                + indent
                + "}\n"));
    String all = String.join("\n", parts);
    return follows && arguments.isEmpty() ? "\n" + all : all;
  }
}
