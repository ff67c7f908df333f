package dev.postern.secrets;

/// A value as it is written after a separator: in quotes, or to the end of the word or line.
///
/// @param start of the value, inside the quotes
/// @param spaced whether blanks stand between the separator and the value
record Written(int start, int end, boolean quoted, boolean spaced) {
  private static final Alphabet IDENTIFIER = Alphabet.of("A-Za-z0-9_.[]*");
  private static final String STOPS = ";&|<>\"'`";

  /// What follows `from` on its line, at most [NamedValues#MOST] characters.
  static Written after(CharSequence text, int from) {
    int length = text.length();
    int start = from;
    while (start < length && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    boolean spaced = start > from;
    boolean escaped = start + 1 < length && text.charAt(start) == '\\';
    int open = escaped ? start + 1 : start;
    if (open < length && (text.charAt(open) == '"' || text.charAt(open) == '\'')) {
      int close = closing(text, open, escaped);
      return close < 0
          ? new Written(open, open, true, spaced)
          : new Written(open + 1, close, true, spaced);
    }
    return new Written(start, wordEnd(text, start), false, spaced);
  }

  /// From the start of this value to the end of the next word: `Bearer token`.
  Written to(Written next) {
    return new Written(start, next.end, quoted, spaced);
  }

  private static int closing(CharSequence text, int open, boolean escaped) {
    char quote = text.charAt(open);
    int limit = (int) Math.min(text.length(), (long) open + NamedValues.MOST + 2);
    for (int i = open + 1; i < limit && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\\' && escaped && i + 1 < limit && text.charAt(i + 1) == quote) {
        return i;
      }
      i += c == '\\' && !escaped ? 1 : 0;
    }
    return -1;
  }

  /// The end of an unquoted value. Templates keep their inner blanks: `{{ name }}`.
  private static int wordEnd(CharSequence text, int start) {
    int limit = (int) Math.min(text.length(), (long) start + NamedValues.MOST + 1);
    int end = start;
    int depth = 0;
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      char c = text.charAt(end);
      depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
      if (depth <= 0 && (c == ' ' || c == '\t' || placed(text, start, end))) {
        break;
      }
      end++;
    }
    while (end > start && ",)]}".indexOf(text.charAt(end - 1)) >= 0 && !opened(text, start, end)) {
      end--;
    }
    return end;
  }

  /// Whether a character ends the value: `<` does not where `<placeholder>` begins, and a line end
  /// written as `\n`, as scripts in JSON have it, does.
  private static boolean placed(CharSequence text, int start, int at) {
    boolean opening = text.charAt(start) == '<' && "<>".indexOf(text.charAt(at)) >= 0;
    boolean lineEnd =
        text.charAt(at) == '\\'
            && at + 1 < text.length()
            && "nrt\\\"'".indexOf(text.charAt(at + 1)) >= 0;
    return lineEnd || (!opening && STOPS.indexOf(text.charAt(at)) >= 0);
  }

  /// Whether brackets that the value itself opens are closed at its end.
  private static boolean opened(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if ("([{".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing, an opening bracket or a YAML block sign stands here, so that what belongs to
  /// the name follows on the next lines.
  boolean opensBlock(CharSequence text) {
    return !quoted
        && (start == end || (end - start <= 2 && "{[|>".indexOf(text.charAt(start)) >= 0));
  }

  /// Whether it is a literal rather than an expression or prose.
  ///
  /// @param code whether it stands in a language where an unquoted word is a variable
  boolean isLiteral(CharSequence text, boolean code, Claim claim) {
    if (quoted) {
      return end > start;
    }
    String value = text.subSequence(start, end).toString();
    if (value.isEmpty()
        || value.indexOf('(') >= 0
        || (prose(text) && claim != Claim.AUTHORIZATION)) {
      return false;
    }
    boolean identifier = IDENTIFIER.covers(value) && !Alphabet.DIGITS.has(value.charAt(0));
    boolean random = Shape.of(value) == Shape.RANDOM;
    boolean path = identifier && (value.indexOf('.') > 0 || value.indexOf('[') > 0);
    boolean variable = identifier && Words.of(value).size() > 1 && KeyNames.of(value) != Claim.NONE;
    boolean word = code && identifier && Shape.of(value) == Shape.WORDS;
    return random || !(path || variable || word);
  }

  /// Whether more words follow on the line, as in a sentence or an expression.
  private boolean prose(CharSequence text) {
    if (!spaced || end >= text.length() || text.charAt(end) != ' ') {
      return false;
    }
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ' && next - end < 40) {
      next++;
    }
    return next < text.length() && Alphabet.WORD.has(text.charAt(next));
  }
}
