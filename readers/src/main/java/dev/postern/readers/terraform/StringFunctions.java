package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.NUMBER;
import static dev.postern.readers.terraform.Parameter.STRING;
import static dev.postern.readers.terraform.Parameter.STRINGS;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// String functions without patterns (Terraform language, "String Functions"). What changes
/// character by character leaves the known parts of a half-known text known.
final class StringFunctions {
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private StringFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("lower", Function.of(a -> each(a, s -> points(s, Character::toLowerCase)), TEXT));
    to.put("upper", Function.of(a -> each(a, s -> points(s, Character::toUpperCase)), TEXT));
    to.put("title", Function.of(a -> a.string(title(a.string(0))), STRING));
    to.put("strrev", Function.of(a -> a.string(reversed(a.string(0))), STRING));
    to.put("indent", Function.of(StringFunctions::indented, NUMBER, TEXT));
    to.put("join", Function.repeating(StringFunctions::joined, TEXT, STRINGS, STRINGS));
    to.put("split", Function.of(StringFunctions::split, STRING, TEXT));
    to.put("substr", Function.of(StringFunctions::substring, TEXT, NUMBER, NUMBER));
    to.put("startswith", Function.of(a -> truth(a, text(a).startsWith(a.string(1))), TEXT, STRING));
    to.put("endswith", Function.of(a -> truth(a, text(a).endsWith(a.string(1))), TEXT, STRING));
    to.put("strcontains", Function.of(StringFunctions::contains, TEXT, STRING));
    to.put("chomp", Function.of(a -> trimmed(a, "", "\r\n"), TEXT));
    to.put("trimspace", Function.of(StringFunctions::withoutSpace, TEXT));
    to.put("trim", Function.of(a -> trimmed(a, a.string(1), a.string(1)), TEXT, STRING));
    to.put("trimprefix", Function.of(StringFunctions::withoutPrefix, TEXT, STRING));
    to.put("trimsuffix", Function.of(StringFunctions::withoutSuffix, TEXT, STRING));
  }

  private static Text text(Arguments a) {
    return PartialText.printed(a.text(0));
  }

  private static Value<Node> each(Arguments a, UnaryOperator<String> change) {
    String name = a.call().name();
    return a.known(PartialText.mapped(a.text(0), change, what -> name + "(" + what + ")"));
  }

  private static String points(String text, IntUnaryOperator change) {
    int[] points = text.codePoints().map(change).toArray();
    return new String(points, 0, points.length);
  }

  private static Value<Node> truth(Arguments a, Truth truth) {
    return switch (truth) {
      case TRUE -> a.bool(true);
      case FALSE -> a.bool(false);
      case UNKNOWN -> a.unknown(text(a).unknown().orElseThrow());
    };
  }

  /// What users call characters (Terraform language, "length").
  static List<String> clusters(String text) {
    return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String reversed(String text) {
    return String.join("", clusters(text).reversed());
  }

  private static String title(String text) {
    var all = new StringBuilder();
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all.append(begins ? Character.toTitleCase(c) : c);
      begins = c < 128 ? !Character.isLetterOrDigit(c) && c != '_' : Character.isSpaceChar(c);
    }
    return all.toString();
  }

  private static Value<Node> indented(Arguments a) {
    int width = a.integer(0).orElse(-1);
    if (width < 0 || width > Bounds.TEXT) {
      return a.invalid();
    }
    long lines = PartialText.length(a.text(1));
    if (lines * (width + 1L) > Bounds.TEXT) {
      return a.tooLarge();
    }
    String padded = "\n" + " ".repeat(width);
    return a.known(
        PartialText.mapped(
            a.text(1),
            s -> s.replace("\n", padded),
            what -> "indent(" + width + ", " + what + ")"));
  }

  private static Value<Node> joined(Arguments a) {
    var pieces = new ArrayList<Text>();
    long length = 0;
    for (int i = 1; i < a.size(); i++) {
      if (a.rest(i).isPresent()) {
        return a.hole(a.rest(i).get());
      }
      for (Value<Node> element : a.elements(i)) {
        boolean wrong =
            element instanceof Value.Absent
                || element.sole().filter(n -> Nodes.text(n, a.here()).isEmpty()).isPresent();
        if (wrong) {
          return a.invalid();
        }
        if (!pieces.isEmpty()) {
          pieces.add(a.text(0));
        }
        pieces.add(PartialText.piece(element));
        length += PartialText.length(pieces.getLast()) + PartialText.length(a.text(0));
      }
    }
    return length > Bounds.TEXT ? a.tooLarge() : a.known(PartialText.join(pieces));
  }

  /// Of a half-known text, the elements before the first unknown character: behind it there may be
  /// any number.
  private static Value<Node> split(Arguments a) {
    String separator = a.string(0);
    Text text = PartialText.printed(a.text(1));
    Optional<String> whole = text.literal();
    String known = whole.orElseGet(text::prefix);
    if (separator.isEmpty() && whole.isPresent()) {
      return a.strings(whole.get().codePoints().mapToObj(Character::toString).toList());
    }
    var elements = new ArrayList<Value<Node>>();
    int from = 0;
    int at = separator.isEmpty() ? -1 : known.indexOf(separator);
    while (at >= 0) {
      elements.add(cut(a, text, from, at));
      from = at + separator.length();
      at = known.indexOf(separator, from);
    }
    if (whole.isPresent()) {
      elements.add(cut(a, text, from, known.length()));
      return a.list(elements);
    }
    return a.list(Type.Simple.STRING, elements, text.unknown());
  }

  private static Value<Node> cut(Arguments a, Text text, int from, int to) {
    Text piece = PartialText.cut(text, from, to);
    return Value.known(
        piece, piece.parts().size() == 1 ? piece.parts().getFirst().origin() : a.here());
  }

  private static Value<Node> substring(Arguments a) {
    Text text = PartialText.printed(a.text(0));
    Optional<String> whole = text.literal();
    int offset = a.integer(1).orElse(Integer.MIN_VALUE);
    int length = a.integer(2).orElse(Integer.MIN_VALUE);
    if (offset == Integer.MIN_VALUE || length == Integer.MIN_VALUE) {
      return a.invalid();
    }
    List<String> clusters = clusters(whole.orElseGet(text::prefix));
    boolean inside = offset >= 0 && length >= 0 && (long) offset + length < clusters.size();
    if (whole.isEmpty() && !inside) {
      return a.hole(text.unknown().orElseThrow());
    }
    int from = offset < 0 ? Math.max(0, offset + clusters.size()) : offset;
    int start = Math.min(from, clusters.size());
    int end = length < 0 ? clusters.size() : (int) Math.min((long) start + length, clusters.size());
    return a.string(String.join("", clusters.subList(start, end)));
  }

  private static Value<Node> contains(Arguments a) {
    Text text = text(a);
    boolean found =
        text.literal().isPresent()
            ? text.literal().get().contains(a.string(1))
            : text.flat().stream()
                .anyMatch(p -> p instanceof Part.Literal(var s, _) && s.contains(a.string(1)));
    return found || text.literal().isPresent()
        ? a.bool(found)
        : a.unknown(text.unknown().orElseThrow());
  }

  private static Value<Node> withoutSpace(Arguments a) {
    if (a.text(0).parts().size() == 1 && a.text(0).parts().getFirst() instanceof Part.Json) {
      return a.value(0);
    }
    return trimmed(a, " \t\n\u000B\f\r\u0085\u00A0", " \t\n\u000B\f\r\u0085\u00A0");
  }

  /// Takes characters off both ends, as long as the ends are known.
  private static Value<Node> trimmed(Arguments a, String left, String right) {
    Text text = text(a);
    Optional<String> whole = text.literal();
    if (whole.isPresent()) {
      String known = whole.get();
      int from = 0;
      int to = known.length();
      while (from < to && left.indexOf(known.charAt(from)) >= 0) {
        from++;
      }
      while (from < to && right.indexOf(known.charAt(to - 1)) >= 0) {
        to--;
      }
      return from == 0 && to == known.length() ? a.value(0) : cut(a, text, from, to);
    }
    List<Part> parts = text.flat();
    boolean kept = ends(parts.getFirst(), left, true) && ends(parts.getLast(), right, false);
    return kept ? a.value(0) : a.hole(text.unknown().orElseThrow());
  }

  /// Whether a text that begins or ends with this part loses nothing there: identifiers and ARNs of
  /// resources have no blanks around them.
  private static boolean ends(Part part, String characters, boolean first) {
    return switch (part) {
      case Part.Literal(var s, _) -> characters.indexOf(s.charAt(first ? 0 : s.length() - 1)) < 0;
      case Part.Reference _ -> characters.isBlank();
      case Part.Hole _, Part.Json _ -> characters.isEmpty();
    };
  }

  private static Value<Node> withoutPrefix(Arguments a) {
    Text text = text(a);
    String prefix = a.string(1);
    return switch (text.startsWith(prefix)) {
      case FALSE -> a.value(0);
      case TRUE -> a.known(dropped(text, prefix.length()));
      case UNKNOWN -> a.hole(text.unknown().orElseThrow());
    };
  }

  private static Text dropped(Text text, int count) {
    var parts = new ArrayList<Part>();
    int left = count;
    for (Part part : text.flat()) {
      if (left > 0 && part instanceof Part.Literal(var s, var origin)) {
        int cut = Math.min(left, s.length());
        Origin place = PartialText.slice(origin, s.length(), cut, s.length());
        parts.add(new Part.Literal(s.substring(cut), place));
        left -= cut;
      } else {
        parts.add(part);
      }
    }
    return Text.of(parts);
  }

  private static Value<Node> withoutSuffix(Arguments a) {
    Text text = text(a);
    String suffix = a.string(1);
    return switch (text.endsWith(suffix)) {
      case FALSE -> a.value(0);
      case TRUE -> a.known(shortened(text, suffix.length()));
      case UNKNOWN -> a.hole(text.unknown().orElseThrow());
    };
  }

  private static Text shortened(Text text, int count) {
    var parts = new ArrayList<Part>();
    int left = count;
    for (Part part : text.flat().reversed()) {
      if (left > 0 && part instanceof Part.Literal(var s, var origin)) {
        int keep = Math.max(0, s.length() - left);
        parts.addFirst(
            new Part.Literal(s.substring(0, keep), PartialText.slice(origin, s.length(), 0, keep)));
        left -= s.length() - keep;
      } else {
        parts.addFirst(part);
      }
    }
    return Text.of(parts);
  }
}
