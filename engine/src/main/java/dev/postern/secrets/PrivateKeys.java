package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.MEDIUM;

import java.util.List;

/// Private keys in PEM (RFC 7468) and PuTTY form, with real line ends or with `\n` written out as
/// in JSON. The secret part is what stands between the header and the footer; a header alone, as a
/// script that searches for keys has it, is none.
final class PrivateKeys {
  private static final String BEGIN = "-----BEGIN ";
  private static final String PUTTY = "Private-Lines: ";
  private static final Alphabet LABEL = Alphabet.of("A-Z0-9 ");

  /// The fewest base-64 characters in one of its lines: the shortest key, an Ed25519 seed of 32
  /// bytes, takes more.
  private static final int LEAST = 40;

  private PrivateKeys() {}

  static void find(CharSequence text, List<Hit> into) {
    int found = into.size();
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '-' && Formats.startsWith(text, i, BEGIN)) {
        i = Math.max(i, pem(text, i + BEGIN.length(), into) - 1);
      } else if (c == 'P' && Formats.startsWith(text, i, PUTTY)) {
        int body = Alphabet.DIGITS.run(text, i + PUTTY.length(), 4);
        i = Math.max(i, key(text, body, HIGH, into) - 1);
      }
    }
    if (into.size() > found && Formats.contains(text, "\"service_account\"")) {
      into.subList(found, into.size()).replaceAll(h -> h.as(Kind.GOOGLE_SERVICE_ACCOUNT));
    }
  }

  private static int pem(CharSequence text, int labelAt, List<Hit> into) {
    int labelEnd = LABEL.run(text, labelAt, 40);
    String label = text.subSequence(labelAt, labelEnd).toString();
    boolean isPrivate = label.endsWith("PRIVATE KEY") || label.endsWith("PRIVATE KEY BLOCK");
    if (!isPrivate || !Formats.startsWith(text, labelEnd, "-----")) {
      return labelEnd;
    }
    Confidence sure = label.startsWith("ENCRYPTED") ? MEDIUM : HIGH;
    return key(text, labelEnd + 5, sure, into);
  }

  private static int key(CharSequence text, int from, Confidence sure, List<Hit> into) {
    int end = from;
    int start = -1;
    int last = from;
    int run = 0;
    int longest = 0;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '\\' && end + 1 < text.length() && "nr".indexOf(text.charAt(end + 1)) >= 0) {
        end += 2;
      } else if (Alphabet.PADDED.has(c)) {
        start = start < 0 ? end : start;
        longest = Math.max(longest, ++run);
        last = ++end;
        continue;
      } else if (c == '-' && Formats.startsWith(text, end, "-----")) {
        break;
      } else if (Character.isWhitespace(c) || "\"',+:-()|>".indexOf(c) >= 0) {
        end++;
      } else {
        break;
      }
      run = 0;
    }
    if (longest >= LEAST && !Placeholders.isBody(text.subSequence(start, last).toString())) {
      into.add(Hit.random(Kind.PRIVATE_KEY, start, last, sure, ""));
    }
    return end;
  }
}
