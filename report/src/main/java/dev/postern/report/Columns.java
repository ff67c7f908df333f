package dev.postern.report;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Measures and wraps text in columns of a terminal.
final class Columns {
  // not between the digits of a number in groups of three
  private static final Pattern BREAK = Pattern.compile("(?<!\\d) | (?!\\d{3}(?!\\d))");

  private Columns() {}

  /// How many columns `text` takes: two for a wide character (Unicode Standard Annex 11, taken by
  /// script), none for a combining one.
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean fullwidth = (c >= 0x3000 && c <= 0x303E) || (c >= 0xFF01 && c <= 0xFF60);
    return fullwidth || Character.isEmojiPresentation(c) || isWide(UnicodeScript.of(c)) ? 2 : 1;
  }

  private static boolean isWide(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }

  /// The longest beginning of `text` that takes at most `columns`.
  static String head(String text, int columns) {
    int at = 0;
    int used = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      used += width(c);
      if (used > columns) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(0, at);
  }

  /// The longest end of `text` that takes at most `columns`.
  static String tail(String text, int columns) {
    int at = text.length();
    int used = 0;
    while (at > 0) {
      int c = text.codePointBefore(at);
      used += width(c);
      if (used > columns) {
        break;
      }
      at -= Character.charCount(c);
    }
    return text.substring(at);
  }

  /// `text` in lines of at most `columns`, broken at blanks only: a path, an address or an ARN
  /// stays whole, even where it is longer than a line.
  static List<String> wrap(String text, int columns) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : BREAK.split(text, -1)) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// `text` with blanks up to `columns`.
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }
}
