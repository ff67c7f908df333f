package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;
import static dev.postern.secrets.Confidence.MEDIUM;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Tokens that are known by the lengths of their parts: a `.` or `:` is the place where a look to
/// both sides begins, and each look has a bound.
final class PartedTokens {
  private static final String ATLAS = ".atlasv1.";
  private static final Alphabet PARTS = Alphabet.of("A-Za-z0-9_.-");

  private PartedTokens() {}

  static void find(CharSequence text, List<Hit> into) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c != '.' && c != ':' && c != 'e') {
        continue;
      }
      Optional<Hit> hit =
          c == ':' ? telegram(text, i) : c == 'e' ? webToken(text, i) : dotted(text, i);
      if (hit.isPresent()) {
        into.add(hit.get());
        i = hit.get().end() - 1;
      }
    }
  }

  private static Optional<Hit> dotted(CharSequence text, int dot) {
    return sendGrid(text, dot).or(() -> terraform(text, dot)).or(() -> discord(text, dot));
  }

  /// `SG.`, 22 characters, `.`, 43 characters.
  private static Optional<Hit> sendGrid(CharSequence text, int dot) {
    int start = Alphabet.WORD.runBack(text, dot, 3);
    if (dot - start != 2 || !Formats.startsWith(text, start, "SG.")) {
      return Optional.empty();
    }
    int second = dot + 1 + 22;
    int end = second + 1 + 43;
    return part(text, dot + 1, 22, 22) == second
            && dotAt(text, second)
            && part(text, second + 1, 43, 43) == end
        ? Optional.of(Hit.random(Kind.SENDGRID_KEY, start, end, HIGH, "SG."))
        : Optional.empty();
  }

  /// 14 characters, `.atlasv1.`, at least 60 characters.
  private static Optional<Hit> terraform(CharSequence text, int dot) {
    if (!Formats.startsWith(text, dot, ATLAS)) {
      return Optional.empty();
    }
    int start = Alphabet.WORD.runBack(text, dot, 15);
    int end = part(text, dot + ATLAS.length(), 60, 80);
    return dot - start == 14 && end > 0
        ? Optional.of(Hit.random(Kind.TERRAFORM_TOKEN, start, end, HIGH, ""))
        : Optional.empty();
  }

  /// The user's number in base 64, `.`, 6 characters, `.`, at least 27 characters.
  private static Optional<Hit> discord(CharSequence text, int dot) {
    int second = dot + 1 + 6;
    if (!dotAt(text, second) || part(text, dot + 1, 6, 6) != second) {
      return Optional.empty();
    }
    int start = Alphabet.URL64.runBack(text, dot, 30);
    int end = part(text, second + 1, 27, 45);
    if (dot - start < 23 || dot - start > 28 || end < 0) {
      return Optional.empty();
    }
    return Alphabet.DIGITS.covers(decoded(text.subSequence(start, dot)))
        ? Optional.of(Hit.random(Kind.DISCORD_TOKEN, start, end, HIGH, ""))
        : Optional.empty();
  }

  /// The bot's number, `:`, 35 characters that begin with `AA`.
  private static Optional<Hit> telegram(CharSequence text, int colon) {
    if (!Formats.startsWith(text, colon, ":AA")) {
      return Optional.empty();
    }
    int start = Alphabet.DIGITS.runBack(text, colon, 11);
    int end = part(text, colon + 1, 35, 35);
    boolean begins =
        start == 0
            || !Alphabet.WORD.has(text.charAt(start - 1))
            || Formats.startsWith(text, start - 3, "bot");
    return begins && colon - start >= 8 && colon - start <= 10 && end > 0
        ? Optional.of(Hit.random(Kind.TELEGRAM_TOKEN, start, end, HIGH, ""))
        : Optional.empty();
  }

  /// A JSON web token (RFC 7519): a header that decodes to JSON with an algorithm, a payload, and a
  /// signature; without a signature it proves nothing to anybody.
  private static Optional<Hit> webToken(CharSequence text, int at) {
    boolean begins = at == 0 || !PARTS.has(text.charAt(at - 1));
    if (!begins || !Formats.startsWith(text, at, "eyJ")) {
      return Optional.empty();
    }
    int first = Alphabet.URL64.run(text, at, Format.OPEN);
    if (!dotAt(text, first) || !Formats.startsWith(text, first + 1, "eyJ")) {
      return Optional.empty();
    }
    int second = Alphabet.URL64.run(text, first + 1, 4 * Format.OPEN);
    if (!dotAt(text, second) || !decoded(text.subSequence(at, first)).contains("\"alg\"")) {
      return Optional.empty();
    }
    int end = Alphabet.URL64.run(text, second + 1, Format.OPEN);
    Confidence sure = end - second > 20 ? MEDIUM : LOW;
    return Optional.of(Hit.random(Kind.JSON_WEB_TOKEN, at, end, sure, "eyJ"));
  }

  private static boolean dotAt(CharSequence text, int at) {
    return at < text.length() && text.charAt(at) == '.';
  }

  /// The end of a part of `least` to `most` characters that is no placeholder, or -1.
  private static int part(CharSequence text, int from, int least, int most) {
    int end = Alphabet.URL64.run(text, from, most + 1);
    boolean fits = end - from >= least && end - from <= most;
    return fits && (least < 10 || !Placeholders.isBody(text.subSequence(from, end).toString()))
        ? end
        : -1;
  }

  private static String decoded(CharSequence base64url) {
    try {
      String standard = base64url.toString().replace('-', '+').replace('_', '/');
      return new String(Base64.getDecoder().decode(standard), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
