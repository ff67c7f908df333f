package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a wholly known value as `yamlencode` does: in block style, keys sorted and quoted,
/// strings of several lines as literal blocks where they can be, all others in double quotes folded
/// behind column 80 (Terraform language, "yamlencode").
final class YamlPrinting {
  private static final int WIDTH = 80;
  private static final int LONGEST_KEY = 128;

  private final StringBuilder text = new StringBuilder();

  private YamlPrinting() {}

  static String print(Value<Node> document) {
    var printing = new YamlPrinting();
    printing.value(document, 0);
    printing.text.append('\n');
    boolean plain =
        document.sole().map(n -> n instanceof Node.Num || n instanceof Node.Bool).orElse(true);
    return printing.text + (plain ? "...\n" : "");
  }

  /// Writes the value from the current column on; what it holds stands at `indent`.
  private void value(Value<Node> value, int indent) {
    switch (value.sole().orElse(null)) {
      case null -> text.append("null");
      case Text string -> string(PartialText.printed(string).literal().orElse(""), indent);
      case Node.Num number -> text.append(number);
      case Node.Bool bool -> text.append(bool);
      case Node.Items(var items, _) -> items(items, indent);
      case Node.Fields(var entries, _) -> fields(entries, indent);
    }
  }

  private void items(List<Value<Node>> items, int indent) {
    if (items.isEmpty()) {
      text.append("[]");
    }
    boolean first = true;
    for (Value<Node> item : items) {
      if (!first) {
        line(indent);
      }
      first = false;
      text.append("- ");
      value(item, isCollection(item) ? indent + 2 : indent);
    }
  }

  private void fields(Map<String, Value<Node>> entries, int indent) {
    if (entries.isEmpty()) {
      text.append("{}");
    }
    var sorted = new TreeMap<String, Value<Node>>(Sets.CODE_POINTS);
    sorted.putAll(entries);
    boolean first = true;
    for (var entry : sorted.entrySet()) {
      if (!first) {
        line(indent);
      }
      first = false;
      field(entry.getKey(), entry.getValue(), indent);
    }
  }

  private void field(String key, Value<Node> value, int indent) {
    boolean simple = key.length() <= LONGEST_KEY && !isLiteral(key);
    if (!simple) {
      text.append("? ");
      string(key, indent);
      line(indent);
      text.append(": ");
      value(value, isCollection(value) ? indent + 2 : indent);
      return;
    }
    quoted(key, indent, false);
    text.append(':');
    if (!isCollection(value)) {
      text.append(' ');
      value(value, indent);
    } else {
      boolean list = value.sole().orElse(null) instanceof Node.Items;
      line(list ? indent : indent + 2);
      value(value, list ? indent : indent + 2);
    }
  }

  private static boolean isCollection(Value<Node> value) {
    return switch (value.sole().orElse(null)) {
      case Node.Items(var items, _) -> !items.isEmpty();
      case Node.Fields(var entries, _) -> !entries.isEmpty();
      case null -> false;
      case Text _, Node.Num _, Node.Bool _ -> false;
    };
  }

  private void line(int indent) {
    if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    text.append(" ".repeat(indent));
  }

  private void string(String string, int indent) {
    if (isLiteral(string)) {
      literal(string, indent + 2);
    } else {
      quoted(string, indent + 2, true);
    }
  }

  /// Whether a string has several lines, and nothing in it that a literal block cannot show.
  private static boolean isLiteral(String string) {
    return string.contains("\n")
        && !string.contains(" \n")
        && !string.endsWith(" ")
        && string.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
  }

  private void literal(String string, int indent) {
    text.append('|');
    if (string.startsWith(" ") || string.startsWith("\n")) {
      text.append('2');
    }
    if (!string.endsWith("\n")) {
      text.append('-');
    } else if (string.length() == 1 || string.endsWith("\n\n")) {
      text.append('+');
    }
    for (String line : string.split("\n", -1)) {
      text.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent)).append(line);
    }
    if (string.endsWith("\n")) {
      text.setLength(text.length() - 1);
    }
  }

  private void quoted(String string, int indent, boolean folds) {
    text.append('"');
    int[] points = string.codePoints().toArray();
    int start = text.lastIndexOf("\n") + 1;
    boolean spaces = false;
    for (int i = 0; i < points.length; i++) {
      boolean inside = i > 0 && i < points.length - 1;
      boolean space = points[i] == ' ';
      boolean wide = text.codePointCount(start, text.length()) > WIDTH;
      if (folds && space && !spaces && wide && inside) {
        text.append('\n').append(" ".repeat(indent));
        start = text.length() - indent;
        text.append(points[i + 1] == ' ' ? "\\" : "");
      } else {
        character(points[i]);
      }
      spaces = space;
    }
    text.append('"');
  }

  private void character(int point) {
    switch (point) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case 0 -> text.append("\\0");
      case 7 -> text.append("\\a");
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case 0xB -> text.append("\\v");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      case 0x1B -> text.append("\\e");
      case 0x85 -> text.append("\\N");
      case 0x2028 -> text.append("\\L");
      case 0x2029 -> text.append("\\P");
      default -> {
        if (isPrintable(point)) {
          text.appendCodePoint(point);
        } else if (point <= 0xFF) {
          text.append("\\x%02X".formatted(point));
        } else {
          text.append((point <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(point));
        }
      }
    }
  }

  private static boolean isPrintable(int point) {
    return (point >= 0x20 && point <= 0x7E)
        || (point >= 0xA0 && point <= 0xD7FF && point != 0x2028 && point != 0x2029)
        || (point >= 0xE000 && point <= 0xFFFD && point != 0xFEFF);
  }
}
