package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Writes a value as `jsonencode` does: without blanks, keys sorted, `<`, `>` and `&` escaped
/// (Terraform language, "jsonencode").
final class JsonPrinting {
  private final Origin origin;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private JsonPrinting(Origin origin) {
    this.origin = origin;
  }

  static Text print(Value<Node> document, Origin origin) {
    var printing = new JsonPrinting(origin);
    printing.value(document);
    printing.flush();
    return Text.of(printing.parts);
  }

  /// A string as JSON writes it.
  static String quote(String text) {
    var printing = new JsonPrinting(Nodes.NOWHERE);
    printing.quoted(text);
    return printing.text.toString();
  }

  private void flush() {
    parts.add(new Part.Literal(text.toString(), origin));
    text.setLength(0);
  }

  private void value(Value<Node> value) {
    switch (value) {
      case Value.Known<Node>(var node, _, _) -> node(node);
      case Value.Default<Node>(var node, _) -> node(node);
      case Value.Absent<Node> _ -> text.append("null");
      case Value.Unknown<Node>(var reason, var at, var s) ->
          hole(new Reason(reason.kind(), "jsonencode(" + reason.what() + ")"), at, s);
      case Value.OneOf<Node>(_, var at) ->
          hole(
              new Reason(Reason.Kind.UNSUPPORTED, "jsonencode at " + at.place()),
              at,
              Sensitivity.PLAIN);
    }
  }

  private void hole(Reason reason, Origin at, Sensitivity sensitivity) {
    flush();
    parts.add(new Part.Hole(reason, at, sensitivity));
  }

  private void node(Node node) {
    switch (node) {
      case Text string -> string(string);
      case Node.Num _, Node.Bool _ -> text.append(node);
      case Node.Items(var items, var rest) -> {
        text.append('[');
        String comma = "";
        for (Value<Node> item : items) {
          text.append(comma);
          value(item);
          comma = ",";
        }
        rest(rest);
        text.append(']');
      }
      case Node.Fields(var entries, var rest) -> {
        text.append('{');
        String comma = "";
        for (var entry : new TreeMap<>(entries).entrySet()) {
          text.append(comma);
          quoted(entry.getKey());
          text.append(':');
          value(entry.getValue());
          comma = ",";
        }
        rest(rest);
        text.append('}');
      }
    }
  }

  private void rest(Optional<Reason> rest) {
    rest.ifPresent(
        why -> hole(new Reason(why.kind(), "more of " + why.what()), origin, Sensitivity.PLAIN));
  }

  private void string(Text string) {
    text.append('"');
    for (Part part : PartialText.printed(string).parts()) {
      switch (part) {
        case Part.Literal(var known, _) -> escape(known);
        case Part.Hole _, Part.Reference _, Part.Json _ -> {
          flush();
          parts.add(part);
        }
      }
    }
    text.append('"');
  }

  private void quoted(String key) {
    text.append('"');
    escape(key);
    text.append('"');
  }

  private void escape(String known) {
    for (int i = 0; i < known.length(); i++) {
      char c = known.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '<', '>', '&', '\u2028', '\u2029' -> unicode(c);
        default -> {
          if (c < ' ') {
            unicode(c);
          } else {
            text.append(c);
          }
        }
      }
    }
  }

  private void unicode(char c) {
    text.append("\\u%04x".formatted((int) c));
  }
}
