package dev.postern.readers.hcl;

import static java.lang.Character.isIdentifierIgnorable;
import static java.lang.Character.isUnicodeIdentifierPart;
import static java.lang.Character.isUnicodeIdentifierStart;

/// Where names and numbers end.
final class Words {
  private Words() {}

  /// The end of the word that starts at `from`: a letter or `_`, then letters, digits, marks, `_`
  /// and `-` (HCL specification, "Identifiers"); `from` itself when there is none.
  static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (plain || (i > from && (c == '-' || (c >= '0' && c <= '9')))) {
        i++;
        continue;
      }
      int code = c < 0x80 ? -1 : text.codePointAt(i);
      boolean letter =
          code > 0
              && (i == from
                  ? isUnicodeIdentifierStart(code)
                  : isUnicodeIdentifierPart(code) && !isIdentifierIgnorable(code));
      if (!letter) {
        break;
      }
      i += Character.charCount(code);
    }
    return i;
  }

  /// The end of the number that starts at `from`: digits, dots and exponents as far as they go, but
  /// no dot last, so that `a.0.b` and `x...` read as they are meant.
  static int numberEnd(String text, int from) {
    int i = from;
    int end = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        end = ++i;
      } else if (c == '.') {
        i++;
      } else if (c == 'e' || c == 'E') {
        int digit = i + 1;
        if (digit < text.length() && (text.charAt(digit) == '+' || text.charAt(digit) == '-')) {
          digit++;
        }
        if (digit >= text.length() || text.charAt(digit) < '0' || text.charAt(digit) > '9') {
          break;
        }
        i = end = digit + 1;
      } else {
        break;
      }
    }
    return end;
  }
}
