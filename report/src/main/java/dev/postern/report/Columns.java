package dev.postern.report;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// Measures and wraps text in columns of a terminal.
final class Columns {
  private Columns() {}

  /// How many columns `text` takes: two for a wide character (Unicode Standard Annex 11, taken by
  /// script), none for a combining one.
  static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      width += width(c);
      at += Character.charCount(c);
    }
    return width;
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
    int used = 0;
    for (int from = 0; from <= text.length(); ) {
      int end = wordEnd(text, from);
      String word = text.substring(from, end);
      int width = width(word);
      if (!line.isEmpty() && used + 1 + width > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
      }
      used += width + (line.isEmpty() ? 0 : 1);
      line.append(line.isEmpty() ? "" : " ").append(word);
      from = end + 1;
    }
    lines.add(line.toString());
    return lines;
  }

  /// Where the word that begins at `from` ends; a number in groups of three digits is one word.
  private static int wordEnd(String text, int from) {
    int end = text.indexOf(' ', from);
    while (end > 0 && isDigit(text, end - 1) && isGroup(text, end + 1)) {
      end = text.indexOf(' ', end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  private static boolean isGroup(String text, int at) {
    return isDigit(text, at)
        && isDigit(text, at + 1)
        && isDigit(text, at + 2)
        && !isDigit(text, at + 3);
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// `text` with blanks up to `columns`.
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }
}
