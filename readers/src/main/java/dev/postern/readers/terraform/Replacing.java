package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `replace` with a plain string in a text that is known in part, or that is a JSON document: a
/// policy with placeholders keeps its structure.
final class Replacing {
  /// What can stand in JSON only inside a string, and only as it is.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./${}<>%@#*-]*[A-Z_$<%@#][A-Za-z0-9_./${}<>%@#*-]*");

  /// What people write as placeholders; no identifier or ARN that AWS makes up holds one.
  private static final Pattern PLACEHOLDER = Pattern.compile("[_A-Z0-9${}<>%@#-]{4,}");

  private final String search;
  private final Text by;

  private Replacing(String search, Text by) {
    this.search = search;
    this.by = by;
  }

  /// The text with `search` replaced; nothing where it may lie across a hole.
  static Optional<Text> in(Text text, String search, Text by) {
    var replacing = new Replacing(search, by);
    boolean json = text.parts().stream().anyMatch(p -> p instanceof Part.Json);
    boolean fits = !json || (PLAIN.matcher(search).matches() && replacing.fitsIntoJson());
    return fits ? replacing.text(text) : replacing.text(PartialText.printed(text));
  }

  private boolean fitsIntoJson() {
    return by.flat().stream()
        .allMatch(p ->
            !(p instanceof Part.Json)
                && (!(p instanceof Part.Literal(var s, _))
                    || JsonPrinting.quote(s).length() == s.length() + 2));
  }

  private Optional<Text> text(Text text) {
    List<Part> parts = merged(text.parts());
    var all = new ArrayList<Part>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean beforeHole = i + 1 < parts.size();
      switch (part) {
        case Part.Literal literal -> {
          if ((beforeHole && endsInside(literal.text()))
              || (i > 0 && beginsInside(literal.text()))) {
            return Optional.empty();
          }
          literal(literal, all);
        }
        case Part.Json(var document, var origin) -> all.add(new Part.Json(value(document), origin));
        case Part.Reference(var target, var attribute, _, var origin) ->
            all.add(
                PLACEHOLDER.matcher(search).matches()
                    ? part
                    : hole(
                        new Reason(Reason.Kind.APPLY, target + "." + attribute),
                        origin,
                        Sensitivity.PLAIN));
        case Part.Hole(var reason, var origin, var s, _) -> all.add(hole(reason, origin, s));
      }
    }
    return Optional.of(Text.of(all));
  }

  /// Neighbouring literals as one, so that a match may begin in one and end in the next.
  private static List<Part> merged(List<Part> parts) {
    var all = new ArrayList<Part>();
    for (Part part : parts) {
      if (part instanceof Part.Literal(var text, _)
          && !all.isEmpty()
          && all.getLast() instanceof Part.Literal(var before, var origin)) {
        all.set(all.size() - 1, new Part.Literal(before + text, origin));
      } else {
        all.add(part);
      }
    }
    return all;
  }

  private Part hole(Reason reason, Origin origin, Sensitivity sensitivity) {
    String name = "replace(" + reason.what() + ", \"" + search + "\", \"" + by + "\")";
    return new Part.Hole(new Reason(reason.kind(), name), origin, sensitivity);
  }

  /// Whether a match may begin at the end of a literal and end in the hole behind it.
  private boolean endsInside(String literal) {
    for (int n = 1; n < search.length(); n++) {
      if (literal.endsWith(search.substring(0, n))) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsInside(String literal) {
    for (int n = 1; n < search.length(); n++) {
      if (literal.startsWith(search.substring(n))) {
        return true;
      }
    }
    return false;
  }

  private void literal(Part.Literal literal, List<Part> to) {
    String all = literal.text();
    int from = 0;
    for (int at = all.indexOf(search); at >= 0; at = all.indexOf(search, from)) {
      to.add(cut(literal, from, at));
      to.addAll(by.parts());
      from = at + search.length();
    }
    to.add(from == 0 ? literal : cut(literal, from, all.length()));
  }

  private static Part cut(Part.Literal literal, int from, int to) {
    return new Part.Literal(
        literal.text().substring(from, to),
        PartialText.slice(literal.origin(), literal.text().length(), from, to));
  }

  private Value<Node> value(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, var s) ->
          node(node)
              .<Value<Node>>map(n -> new Value.Known<>(n, origin, s))
              .orElseGet(() ->
                  new Value.Unknown<>(
                      new Reason(Reason.Kind.UNSUPPORTED, "replace at " + origin.place()),
                      origin,
                      s));
      case Value.OneOf<Node>(var cases, var origin) ->
          Value.oneOf(
              cases.stream().map(c -> new Value.Case<>(c.when(), value(c.value()))).toList(),
              origin);
      case Value.Unknown<Node>(var reason, var origin, var s) ->
          new Value.Unknown<>(
              new Reason(
                  reason.kind(),
                  "replace(" + reason.what() + ", \"" + search + "\", \"" + by + "\")"),
              origin,
              s);
      case Value.Absent<Node> _, Value.Default<Node> _ -> value;
    };
  }

  private Optional<Node> node(Node node) {
    return switch (node) {
      case Text text -> text(text).map(t -> t);
      case Node.Num _, Node.Bool _ -> Optional.of(node);
      case Node.Items(var items, var rest) ->
          Optional.of(new Node.Items(items.stream().map(this::value).toList(), rest));
      case Node.Fields(var entries, var rest) -> {
        var fields = new LinkedHashMap<String, Value<Node>>();
        for (var entry : entries.entrySet()) {
          if (entry.getKey().contains(search) && by.literal().isEmpty()) {
            yield Optional.empty();
          }
          fields.put(
              by.literal().map(b -> entry.getKey().replace(search, b)).orElse(entry.getKey()),
              value(entry.getValue()));
        }
        yield Optional.of(new Node.Fields(fields, rest));
      }
    };
  }
}
