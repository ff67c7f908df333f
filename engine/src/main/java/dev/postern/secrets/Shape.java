package dev.postern.secrets;

/// How a value looks: drawn by a machine, made up with some care, or a word.
///
/// [#RANDOM] asks for at least 16 characters, a Shannon entropy per character of at least 3.3 bits
/// (3.0 for hexadecimal, whose maximum is 4; short values, whose entropy cannot exceed the
/// logarithm of their length, are measured against 80 % of that), and that the classes small
/// letter, capital and digit change at 30 % of the places or more: random base 62 changes at about
/// 62 %, base 36 at about 40 %, hexadecimal at about 47 %; names in camel case or with hyphens
/// change at fewer. A value without a digit must have no run of small letters longer than 5, as
/// words have.
enum Shape {
  /// Letters only, perhaps with separators: `my-database-secret`.
  WORDS,
  /// Digits only.
  NUMBER,
  /// Letters with digits or punctuation: `Winter2024!`.
  MIXED,
  /// Too random to be chosen by people.
  RANDOM;

  private static final int LEAST_RANDOM = 16;

  static Shape of(CharSequence value) {
    int small = 0;
    int capital = 0;
    int digit = 0;
    int mark = 0;
    int changes = 0;
    int run = 0;
    int longest = 0;
    int before = -1;
    var counts = new int[128];
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int kind = c >= 'a' && c <= 'z' ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= '0' && c <= '9' ? 2 : 3;
      small += kind == 0 ? 1 : 0;
      capital += kind == 1 ? 1 : 0;
      digit += kind == 2 ? 1 : 0;
      mark += kind == 3 && "-_ ./:".indexOf(c) < 0 ? 1 : 0;
      run = kind == 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
      changes += kind < 3 && before >= 0 && kind != before ? 1 : 0;
      before = kind < 3 ? kind : before;
      counts[c % 128]++;
    }
    int length = value.length();
    boolean changing = changes * 10 >= length * 3 && (digit > 0 || longest <= 5);
    if (length >= LEAST_RANDOM && changing && digit < length && entropic(counts, length, value)) {
      return RANDOM;
    }
    if (digit == length) {
      return NUMBER;
    }
    return digit > 0 || mark > 0 ? MIXED : small + capital > 0 ? WORDS : MIXED;
  }

  private static boolean entropic(int[] counts, int length, CharSequence value) {
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / length;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    double needed = Alphabet.HEX.covers(value) ? 3.0 : 3.3;
    return bits >= Math.min(needed, 0.8 * Math.log(length) / Math.log(2));
  }
}
