package dev.postern.secrets;

/// A set of ASCII characters, one bit each.
record Alphabet(long low, long high) {
  static final Alphabet DIGITS = of("0-9");
  static final Alphabet HEX = of("0-9a-f");
  static final Alphabet UPPER = of("A-Z0-9");
  static final Alphabet WORD = of("A-Za-z0-9");
  static final Alphabet NAME = of("A-Za-z0-9_");
  static final Alphabet URL64 = of("A-Za-z0-9_-");
  static final Alphabet BASE64 = of("A-Za-z0-9+/");
  static final Alphabet PADDED = of("A-Za-z0-9+/=");

  /// Characters and ranges as in `A-Za-z0-9_-`; a `-` at the end is itself.
  static Alphabet of(String spec) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < spec.length(); i++) {
      char from = spec.charAt(i);
      boolean range = i + 2 < spec.length() && spec.charAt(i + 1) == '-';
      char to = range ? spec.charAt(i + 2) : from;
      for (char c = from; c <= to; c++) {
        if (c < 64) {
          low |= 1L << c;
        } else {
          high |= 1L << (c - 64);
        }
      }
      i += range ? 2 : 0;
    }
    return new Alphabet(low, high);
  }

  boolean has(char c) {
    return c < 64 ? ((low >>> c) & 1) != 0 : c < 128 && ((high >>> (c - 64)) & 1) != 0;
  }

  /// The end of the run of these characters that begins at `from`, looking no further than `most`
  /// characters.
  int run(CharSequence text, int from, int most) {
    int limit = (int) Math.min(text.length(), (long) from + most);
    int end = from;
    while (end < limit && has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// The start of the run of these characters that ends before `to`, at most `most` characters
  /// back.
  int runBack(CharSequence text, int to, int most) {
    int start = to;
    while (start > 0 && to - start < most && has(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// Whether it holds all of a text, and the text is not empty.
  boolean covers(CharSequence text) {
    return !text.isEmpty() && run(text, 0, text.length()) == text.length();
  }
}
