package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values as YAML and JSON. As deep as the value.
///
/// @param json whether the text is JSON
/// @param quote how strings are quoted in YAML: `'`, `"`, or a blank where only those are that need
///   it
record TemplateLiterals(boolean json, char quote) {
  private static final String STEP = "  ";

  /// Whether all of a value is known and can be written in a template.
  static boolean isWritable(Node node) {
    return switch (node) {
      case Text text ->
          text.literal().isPresent()
              || text.soleReference().filter(r -> !r.target().contains("/")).isPresent();
      case Node.Num _, Node.Bool _ -> true;
      case Node.Items(var items, var rest) ->
          rest.isEmpty() && items.stream().allMatch(TemplateLiterals::isWritable);
      case Node.Fields(var entries, var rest) ->
          rest.isEmpty() && entries.values().stream().allMatch(TemplateLiterals::isWritable);
    };
  }

  private static boolean isWritable(Value<Node> value) {
    return value.sole().filter(TemplateLiterals::isWritable).isPresent();
  }

  /// The value in one line: JSON, or YAML's flow style.
  String flow(Node node) {
    return switch (node) {
      case Text text -> text(text);
      case Node.Num num -> num.toString();
      case Node.Bool bool -> bool.toString();
      case Node.Items(var items, _) ->
          items.stream()
              .map(i -> flow(i.sole().orElseThrow()))
              .collect(Collectors.joining(", ", "[", "]"));
      case Node.Fields(var entries, _) ->
          entries.entrySet().stream()
              .map(e -> key(e.getKey()) + ": " + flow(e.getValue().sole().orElseThrow()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /// A value as it follows a key whose line begins with `indent`, with the blank or line end before
  /// it.
  String after(Node node, String indent) {
    return isEmpty(node) || isScalar(node)
        ? " " + flow(node)
        : json ? " " + lines(node, indent) : "\n" + indent + STEP + block(node, indent + STEP);
  }

  private static boolean isScalar(Node node) {
    return !(node instanceof Node.Items) && !(node instanceof Node.Fields);
  }

  private static boolean isEmpty(Node node) {
    return switch (node) {
      case Node.Items(var items, _) -> items.isEmpty();
      case Node.Fields(var entries, _) -> entries.isEmpty();
      case Text _, Node.Num _, Node.Bool _ -> false;
    };
  }

  /// The value in YAML's block style, from its first character.
  String block(Node node, String indent) {
    String next = "\n" + indent;
    return switch (node) {
      case Node.Items(var items, _) when !items.isEmpty() ->
          items.stream()
              .map(i -> "- " + block(i.sole().orElseThrow(), indent + STEP))
              .collect(Collectors.joining(next));
      case Node.Fields(var entries, _) when !entries.isEmpty() ->
          entries.entrySet().stream().map(e -> entry(e, indent)).collect(Collectors.joining(next));
      case Node.Items _, Node.Fields _, Text _, Node.Num _, Node.Bool _ -> flow(node);
    };
  }

  private String entry(Map.Entry<String, Value<Node>> entry, String indent) {
    return key(entry.getKey()) + ":" + after(entry.getValue().sole().orElseThrow(), indent);
  }

  /// The value as JSON in lines, the last of which begins with `indent`.
  private String lines(Node node, String indent) {
    String next = "\n" + indent + STEP;
    return switch (node) {
      case Node.Items(var items, _) when !items.isEmpty() ->
          items.stream()
              .map(i -> lines(i.sole().orElseThrow(), indent + STEP))
              .collect(Collectors.joining("," + next, "[" + next, "\n" + indent + "]"));
      case Node.Fields(var entries, _) when !entries.isEmpty() ->
          entries.entrySet().stream()
              .map(e -> entry(e, indent + STEP))
              .collect(Collectors.joining("," + next, "{" + next, "\n" + indent + "}"));
      case Node.Items _, Node.Fields _, Text _, Node.Num _, Node.Bool _ -> flow(node);
    };
  }

  String key(String name) {
    return json ? doubled(name) : isPlain(name) ? name : doubled(name);
  }

  private String text(Text text) {
    Optional<String> literal = text.literal();
    if (literal.isEmpty()) {
      var reference = text.soleReference().orElseThrow();
      String target = doubled(reference.target());
      return reference.attribute().equals("Ref")
          ? "{\"Ref\": " + target + "}"
          : "{\"Fn::GetAtt\": [" + target + ", " + doubled(reference.attribute()) + "]}";
    }
    String string = literal.get();
    if (json || quote == '"') {
      return doubled(string);
    }
    boolean single = string.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    if (quote == '\'' && single) {
      return "'" + string.replace("'", "''") + "'";
    }
    return isPlain(string) ? string : doubled(string);
  }

  /// Whether a string stays itself without quotes.
  private static boolean isPlain(String text) {
    var scalar =
        new Scalar(text, Scalar.Style.PLAIN, Optional.empty(), SourceFile.of("", "").all());
    return text.matches("[A-Za-z](?:[A-Za-z0-9 _./-]*[A-Za-z0-9_./-])?")
        && scalar.asBoolean().isEmpty()
        && scalar.asNumber().isEmpty()
        && !scalar.isNull();
  }

  private static String doubled(String text) {
    var all = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> all.append("\\\"");
        case '\\' -> all.append("\\\\");
        case '\n' -> all.append("\\n");
        case '\r' -> all.append("\\r");
        case '\t' -> all.append("\\t");
        default -> {
          boolean control = c < ' ' || (c >= 0x7f && c < 0xa0);
          all.append(control ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
      }
    }
    return all.append('"').toString();
  }

  static Node fields(Map<String, Node> entries) {
    var all = new LinkedHashMap<String, Value<Node>>();
    entries.forEach((key, node) -> all.put(key, Value.known(node, Plain.NOWHERE)));
    return Node.Fields.of(all);
  }

  static Node items(List<Node> items) {
    return Node.Items.of(
        items.stream().<Value<Node>>map(node -> Value.known(node, Plain.NOWHERE)).toList());
  }
}
