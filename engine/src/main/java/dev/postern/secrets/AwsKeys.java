package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;

import java.util.List;

/// AWS access key ids, and the secret keys that stand near them.
///
/// An id is `AKIA` (a user's) or `ASIA` (temporary) and 16 characters ([IAM
/// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html)); by
/// itself it only names a key. 40 characters of base 64 within [#NEAR] characters of it that look
/// random are its secret; anywhere else 40 characters are a hash or a name until a key name says
/// otherwise.
final class AwsKeys {
  static final int SECRET_LENGTH = 40;
  private static final int NEAR = 256;

  private AwsKeys() {}

  static void find(CharSequence text, List<Hit> into) {
    int length = text.length();
    int searched = 0;
    for (int i = 0; i + 20 <= length; i++) {
      char c = text.charAt(i);
      boolean begins =
          c == 'A'
              && (i == 0 || !Alphabet.WORD.has(text.charAt(i - 1)))
              && (Formats.startsWith(text, i, "AKIA") || Formats.startsWith(text, i, "ASIA"));
      if (!begins || Alphabet.UPPER.run(text, i, 21) != i + 20 || followed(text, i + 20)) {
        continue;
      }
      String body = text.subSequence(i + 4, i + 20).toString();
      boolean example = Placeholders.isExample(body);
      if (!example && Placeholders.isBody(body)) {
        continue;
      }
      int from = Math.max(searched, i - NEAR);
      int to = Math.min(length, i + 20 + NEAR);
      boolean paired = secrets(text, from, to, example, into);
      searched = Math.max(searched, i + 20);
      Confidence sure = paired && !example ? HIGH : LOW;
      String prefix = text.subSequence(i, i + 4).toString();
      into.add(Hit.random(Kind.AWS_ACCESS_KEY_ID, i, i + 20, sure, prefix));
      i += 19;
    }
  }

  private static boolean secrets(
      CharSequence text, int from, int to, boolean example, List<Hit> into) {
    boolean found = false;
    int i = from;
    while (i < to) {
      if (!Alphabet.BASE64.has(text.charAt(i))) {
        i++;
        continue;
      }
      int end = Alphabet.BASE64.run(text, i, 2 * NEAR);
      boolean whole = i == 0 || !Alphabet.BASE64.has(text.charAt(i - 1));
      if (whole && end - i == SECRET_LENGTH) {
        String value = text.subSequence(i, end).toString();
        if (isSecret(value)) {
          Confidence sure = example || Placeholders.isExample(value) ? LOW : HIGH;
          into.add(Hit.random(Kind.AWS_SECRET_KEY, i, end, sure, ""));
          found = true;
        }
      }
      i = end;
    }
    return found;
  }

  /// Whether 40 characters can be a secret key: random, and not the hexadecimal of SHA-1.
  static boolean isSecret(String value) {
    return value.length() == SECRET_LENGTH
        && Alphabet.BASE64.covers(value)
        && !Alphabet.HEX.covers(value)
        && Shape.of(value) == Shape.RANDOM;
  }

  private static boolean followed(CharSequence text, int at) {
    return at < text.length() && Alphabet.WORD.has(text.charAt(at));
  }
}
