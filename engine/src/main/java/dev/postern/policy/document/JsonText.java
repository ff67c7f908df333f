package dev.postern.policy.document;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// JSON inside a string, whose unknown parts stand inside strings or for whole values.
final class JsonText {
  private static final int MOST_DEPTH = 32;

  /// The characters, with one stand-in per unknown part.
  private final String text;

  /// The unknown parts by offset in [#text].
  private final TreeMap<Integer, Part> unknown = new TreeMap<>();

  /// The known parts by the offset at which they begin.
  private final TreeMap<Integer, Part.Literal> known = new TreeMap<>();

  private int at;

  private static final class NoJson extends Exception {
    private static final long serialVersionUID = 1;

    private NoJson() {
      super(null, null, false, false);
    }
  }

  private JsonText(Text from) {
    var all = new StringBuilder();
    for (Part part : from.flat()) {
      if (part instanceof Part.Literal literal) {
        known.put(all.length(), literal);
        all.append(literal.text());
      } else {
        unknown.put(all.length(), part);
        all.append('\0');
      }
    }
    text = all.toString();
  }

  /// The tree that the text is as JSON; nothing when it is none.
  static Optional<Value<Node>> read(Text text) {
    if (text.parts().size() == 1 && text.parts().getFirst() instanceof Part.Json(var tree, _)) {
      return Optional.of(tree);
    }
    var json = new JsonText(text);
    json.blanks();
    if (json.at >= json.text.length() || json.text.charAt(json.at) != '{') {
      return Optional.empty();
    }
    try {
      Value<Node> value = json.value(0);
      json.blanks();
      return json.at == json.text.length() ? Optional.of(value) : Optional.empty();
    } catch (NoJson _) {
      return Optional.empty();
    }
  }

  private Value<Node> value(int depth) throws NoJson {
    blanks();
    if (depth > MOST_DEPTH || at >= text.length()) {
      throw new NoJson();
    }
    int start = at;
    Part part = unknown.get(at);
    if (part != null) {
      at++;
      return part instanceof Part.Json(var tree, _)
          ? tree
          : Value.known(Text.of(List.of(part)), part.origin());
    }
    Optional<Node> node =
        switch (text.charAt(at)) {
          case '{' -> Optional.of(object(depth));
          case '[' -> Optional.of(array(depth));
          case '"' -> Optional.of(string());
          default -> word();
        };
    Origin origin = origin(start, at);
    return node.map(known -> Value.known(known, origin)).orElseGet(() -> Value.absent(origin));
  }

  private Node object(int depth) throws NoJson {
    var entries = new LinkedHashMap<String, Value<Node>>();
    at++;
    for (blanks(); !next('}'); blanks()) {
      if (!entries.isEmpty()) {
        expect(',');
        blanks();
      }
      if (at >= text.length() || text.charAt(at) != '"') {
        throw new NoJson();
      }
      String key = string().literal().orElseThrow(NoJson::new);
      blanks();
      expect(':');
      entries.put(key, value(depth + 1));
    }
    return Node.Fields.of(entries);
  }

  private Node array(int depth) throws NoJson {
    var items = new ArrayList<Value<Node>>();
    at++;
    for (blanks(); !next(']'); blanks()) {
      if (!items.isEmpty()) {
        expect(',');
      }
      items.add(value(depth + 1));
    }
    return Node.Items.of(items);
  }

  private Text string() throws NoJson {
    int start = ++at;
    var parts = new ArrayList<Part>();
    var here = new StringBuilder();
    for (; ; at++) {
      if (at >= text.length()) {
        throw new NoJson();
      }
      char c = text.charAt(at);
      Part part = unknown.get(at);
      if (c == '"' || part != null) {
        parts.add(new Part.Literal(here.toString(), origin(start, at)));
        here.setLength(0);
        if (part == null) {
          at++;
          return Text.of(parts);
        }
        parts.add(part);
        start = at + 1;
      } else {
        here.append(c == '\\' ? escaped() : c);
      }
    }
  }

  private char escaped() throws NoJson {
    char c = ++at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        try {
          char code = (char) Integer.parseInt(text, at + 1, Math.min(at + 5, text.length()), 16);
          at += 4;
          yield code;
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
          throw new NoJson();
        }
      }
      default -> throw new NoJson();
    };
  }

  /// `true`, `false`, a number, or null, which is absent.
  private Optional<Node> word() throws NoJson {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    String word = text.substring(start, at);
    try {
      return switch (word) {
        case "null" -> Optional.empty();
        case "true", "false" -> Optional.of(new Node.Bool(word.equals("true")));
        default -> Optional.of(new Node.Num(new BigDecimal(word)));
      };
    } catch (NumberFormatException _) {
      throw new NoJson();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean next(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) throws NoJson {
    if (!next(c)) {
      throw new NoJson();
    }
  }

  /// Where the characters from `start` to `end` come from: their own span, where the part that they
  /// lie in was written letter by letter, else all of that part.
  private Origin origin(int start, int end) {
    var entry = known.floorEntry(start);
    if (entry == null) {
      return unknown.firstEntry().getValue().origin();
    }
    Part.Literal part = entry.getValue();
    int from = start - entry.getKey();
    int to = end - entry.getKey();
    if (from > to
        || !(part.origin() instanceof Origin.Written(var span))
        || span.length() != part.text().length()) {
      return part.origin();
    }
    return Origin.written(
        span.file().span(span.start() + from, Math.min(span.start() + to, span.end())));
  }
}
