package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;
import static dev.postern.secrets.Confidence.MEDIUM;

import java.util.Optional;

/// A token that begins with a prefix which its provider publishes.
///
/// @param alphabet the characters after the prefix
/// @param least the fewest characters after the prefix
/// @param most the most; a longer run is something else
/// @param confidence how sure a match is where no checksum decides
/// @param checksum whether a body of exactly `least` characters ends in a [Checksum]
record Format(
    Kind kind,
    String prefix,
    Alphabet alphabet,
    int least,
    int most,
    Confidence confidence,
    boolean checksum) {
  /// For tokens whose length is not published.
  static final int OPEN = 4096;

  static Format exact(Kind kind, String prefix, Alphabet alphabet, int length) {
    return new Format(kind, prefix, alphabet, length, length, HIGH, false);
  }

  static Format atLeast(Kind kind, String prefix, Alphabet alphabet, int least) {
    return new Format(kind, prefix, alphabet, least, OPEN, HIGH, false);
  }

  static Format checked(Kind kind, String prefix) {
    return new Format(kind, prefix, Alphabet.WORD, 36, 255, MEDIUM, true);
  }

  Format low() {
    return new Format(kind, prefix, alphabet, least, most, LOW, checksum);
  }

  /// The token that begins at `at`, where a word begins.
  Optional<Hit> at(CharSequence text, int at) {
    if (!Formats.startsWith(text, at, prefix)) {
      return Optional.empty();
    }
    int body = at + prefix.length();
    int end = alphabet.run(text, body, most + 1);
    boolean cut = end < text.length() && Alphabet.WORD.has(text.charAt(end));
    while (end > body && text.charAt(end - 1) == '.') {
      end--;
    }
    if (cut || end - body < least || end - body > most) {
      return Optional.empty();
    }
    String secret = text.subSequence(body, end).toString();
    if (Placeholders.isBody(secret)) {
      return Optional.empty();
    }
    boolean sure = checksum && secret.length() == least && Checksum.holds(secret);
    Confidence found = Placeholders.isExample(secret) ? LOW : sure ? HIGH : confidence;
    return Optional.of(new Hit(kind, at, end, found, prefix, secret.length() >= 16));
  }
}
