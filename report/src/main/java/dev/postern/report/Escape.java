package dev.postern.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Makes text of the reviewed files harmless where it is shown.
final class Escape {
  private Escape() {}

  /// With every character that a terminal obeys or does not show written as `<U+001B>`: controls,
  /// bidirectional overrides, zero-width characters, line breaks, halves of surrogate pairs.
  static String visible(String text) {
    if (isPlain(text) || text.codePoints().noneMatch(Escape::hidden)) {
      return text;
    }
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (hidden(c)) {
            shown.append("<U+%04X>".formatted(c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> invisible(c);
    };
  }

  // fillers that look like nothing, variation selectors that can carry text, noncharacters
  private static boolean invisible(int c) {
    return c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || (c >= 0xE0000 && c <= 0xE0FFF)
        || (c & 0xFFFE) == 0xFFFE;
  }

  /// With halves of surrogate pairs replaced, which many JSON readers refuse.
  static String wellFormed(String text) {
    if (text.codePoints().noneMatch(Escape::isHalf)) {
      return text;
    }
    var whole = new StringBuilder();
    text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
    return whole.toString();
  }

  private static boolean isHalf(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  /// The visible text, cut to `most` characters.
  static String visible(String text, int most) {
    String visible = visible(text.substring(0, Math.min(text.length(), most)));
    return visible.length() < most ? visible : Columns.head(visible, most) + "…";
  }

  /// For XML text and attribute values: visible, and without markup. Line breaks stay.
  static String xml(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(Escape::visible)
        .collect(Collectors.joining("\n"))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
