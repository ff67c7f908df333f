package dev.postern.readers.tree;

import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Where each character of a scalar's text stands in its file.
///
/// Text and source are walked side by side. Whitespace may differ, because YAML folds lines and
/// takes indentation away; every other character is either the same or written as an escape. Where
/// that does not hold, every question is answered with the whole scalar.
public final class Places {
  private static final int[] NOWHERE = {};

  private final Scalar scalar;
  private final int[] at;
  private final int shift;

  private Places(Scalar scalar, int[] at, int shift) {
    this.scalar = scalar;
    this.at = at;
    this.shift = shift;
  }

  static Places of(Scalar scalar) {
    int from = content(scalar);
    String source = scalar.span().file().text();
    int inner =
        switch (scalar.style()) {
          case SINGLE, DOUBLE, JSON_STRING -> from + 1;
          case LITERAL, FOLDED -> afterLine(source, from, scalar.span().end());
          case PLAIN, JSON_NUMBER, JSON_BOOLEAN, JSON_NULL, HOLE -> from;
        };
    int length = scalar.text().length();
    return source.startsWith(scalar.text(), inner) && inner + length <= scalar.span().end()
        ? new Places(scalar, NOWHERE, inner)
        : new Places(scalar, align(scalar, source, inner), -1);
  }

  /// The source of the characters `from` (inclusive) to `to` (exclusive) of the text.
  public Span span(int from, int to) {
    if (from < 0 || to > scalar.text().length() || from >= to || !isKnown()) {
      return scalar.span();
    }
    return scalar.span().file().span(start(from), end(to - 1));
  }

  /// The stretches of the characters `from` to `to` that stand in the source exactly as they are in
  /// the text, in order and without gaps; where nothing is known, one with the whole scalar's span.
  public List<Stretch> stretches(int from, int to) {
    if (!isKnown() || from >= to) {
      return from >= to
          ? List.of()
          : List.of(new Stretch(scalar.text().substring(from, to), scalar.span()));
    }
    var found = new ArrayList<Stretch>();
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || !follows(i)) {
        found.add(new Stretch(scalar.text().substring(begin, i), span(begin, i)));
        begin = i;
      }
    }
    return found;
  }

  /// A part of a text and where it stands.
  public record Stretch(String text, Span span) {
    /// Without the text, which may be a secret.
    @Override
    public String toString() {
      return span.toString();
    }
  }

  private boolean follows(int i) {
    String source = scalar.span().file().text();
    return shift >= 0
        || (at[i] == at[i - 1] + 1
            && source.charAt(at[i]) == scalar.text().charAt(i)
            && source.charAt(at[i - 1]) == scalar.text().charAt(i - 1));
  }

  private boolean isKnown() {
    return shift >= 0 || at.length > 0;
  }

  private int start(int i) {
    return shift >= 0 ? shift + i : at[i];
  }

  private int end(int i) {
    if (shift >= 0) {
      return shift + i + 1;
    }
    String source = scalar.span().file().text();
    int start = at[i];
    if (scalar.style() == Scalar.Style.SINGLE && source.startsWith("''", start)) {
      return start + 2;
    }
    return isEscape(scalar, source, start) ? start + escapeLength(source, start) : start + 1;
  }

  /// Past the tag and the anchor, with whose first characters nothing else begins.
  private static int content(Scalar scalar) {
    String source = scalar.span().file().text();
    int i = scalar.span().start();
    int end = scalar.span().end();
    while (i < end && (source.charAt(i) == '!' || source.charAt(i) == '&')) {
      while (i < end && !isSpace(source.charAt(i))) {
        i++;
      }
      while (i < end && (isSpace(source.charAt(i)) || source.charAt(i) == '#')) {
        i = source.charAt(i) == '#' ? afterLine(source, i, end) : i + 1;
      }
    }
    return i;
  }

  private static int[] align(Scalar scalar, String source, int inner) {
    String text = scalar.text();
    int[] at = new int[text.length()];
    int i = inner;
    int end = scalar.span().end();
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (!isSpace(c) || isFoldedBreak(scalar, source, i)) {
        i = skip(scalar, source, i, end);
      }
      if (i >= end) {
        if (!isSpace(c)) {
          return NOWHERE;
        }
        at[k] = end - 1;
      } else if (isEscape(scalar, source, i)) {
        at[k] = i;
        if (source.charAt(i + 1) == 'U' && Character.isHighSurrogate(c) && k + 1 < text.length()) {
          at[++k] = i;
        }
        i += escapeLength(source, i);
      } else if (source.charAt(i) == c) {
        at[k] = i;
        boolean doubled = scalar.style() == Scalar.Style.SINGLE && source.startsWith("''", i);
        i += doubled ? 2 : 1;
      } else if (isSpace(c)) {
        at[k] = i;
      } else {
        return NOWHERE;
      }
    }
    return at;
  }

  private static int skip(Scalar scalar, String source, int from, int end) {
    int i = from;
    while (i < end && (isSpace(source.charAt(i)) || isFoldedBreak(scalar, source, i))) {
      i++;
    }
    return i;
  }

  /// A backslash at the end of a line joins it with the next one.
  private static boolean isFoldedBreak(Scalar scalar, String source, int i) {
    return scalar.style() == Scalar.Style.DOUBLE
        && i + 1 < source.length()
        && source.charAt(i) == '\\'
        && (source.charAt(i + 1) == '\n' || source.charAt(i + 1) == '\r');
  }

  private static boolean isEscape(Scalar scalar, String source, int i) {
    boolean escapes =
        scalar.style() == Scalar.Style.DOUBLE || scalar.style() == Scalar.Style.JSON_STRING;
    return escapes && i + 1 < scalar.span().end() && source.charAt(i) == '\\';
  }

  private static int escapeLength(String source, int i) {
    return switch (source.charAt(i + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private static int afterLine(String source, int from, int end) {
    int i = from;
    while (i < end && source.charAt(i) != '\n' && source.charAt(i) != '\r') {
      i++;
    }
    return source.startsWith("\r\n", i) ? i + 2 : Math.min(i + 1, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
