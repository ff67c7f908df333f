package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;
import static dev.postern.secrets.Confidence.MEDIUM;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Judges a whole value by what its name claims and how it looks.
///
/// A password may be any word, a token hardly, and what only mentions a secret has to look random:
/// the less the name says, the more the value must show.
final class NamedValues {
  /// Longer values are documents, not secrets.
  static final int MOST = 512;

  private static final Set<String> TYPES =
      Words.set(
          """
          string str bytes text varchar bool boolean number int any nonempty
          """);

  private NamedValues() {}

  /// The secret that stands in `text` from `start` to `end`, given what its name claims.
  static Optional<Hit> judge(Claim claim, CharSequence text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (claim == Claim.NONE || to - from > MOST || from == to) {
      return Optional.empty();
    }
    String value = text.subSequence(from, to).toString();
    if (claim == Claim.AUTHORIZATION) {
      return authorization(value, from);
    }
    if (claim == Claim.AWS_SECRET && AwsKeys.isSecret(value)) {
      Confidence sure = Placeholders.isExample(value) ? LOW : HIGH;
      return Optional.of(Hit.random(Kind.AWS_SECRET_KEY, from, to, sure, ""));
    }
    if (References.is(value) || Placeholders.is(value) || TYPES.contains(lower(value))) {
      return Optional.empty();
    }
    boolean random = Shape.of(value) == Shape.RANDOM;
    Kind kind = claim == Claim.PASSWORD ? Kind.PASSWORD : Kind.SECRET;
    int first = from;
    int last = to;
    return (claim == Claim.PASSWORD ? password(value) : token(claim, value))
        .map(sure -> new Hit(kind, first, last, sure, "", random));
  }

  /// Anything short of a label or sentence; one word or number is a weak password and still a
  /// literal.
  private static Optional<Confidence> password(String value) {
    long spaces = value.chars().filter(Character::isWhitespace).count();
    boolean words = Shape.of(value) == Shape.WORDS;
    if (value.length() < 3 || spaces > 3 || (spaces > 0 && words)) {
      return Optional.empty();
    }
    if (spaces > 0) {
      return Optional.of(LOW);
    }
    return switch (Shape.of(value)) {
      case RANDOM, MIXED -> Optional.of(HIGH);
      case WORDS -> Optional.of(MEDIUM);
      case NUMBER -> value.length() < 4 ? Optional.empty() : Optional.of(MEDIUM);
    };
  }

  private static Optional<Confidence> token(Claim claim, String value) {
    boolean prose = value.chars().anyMatch(Character::isWhitespace);
    Shape shape = Shape.of(value);
    if (prose || References.isName(value) || shape == Shape.NUMBER) {
      return Optional.empty();
    }
    boolean hinted = claim == Claim.HINT;
    if (hinted && isUuid(value)) {
      return Optional.empty();
    }
    if (shape == Shape.RANDOM) {
      return Optional.of(hinted ? MEDIUM : HIGH);
    }
    if (hinted || value.length() < 6) {
      return Optional.empty();
    }
    boolean stored = claim == Claim.STORED;
    if (shape == Shape.MIXED && value.length() >= 8) {
      boolean name = stored && Words.of(value).size() > 1 && named(value);
      return name ? Optional.empty() : Optional.of(MEDIUM);
    }
    return stored ? Optional.empty() : Optional.of(LOW);
  }

  /// As KMS names its keys.
  private static boolean isUuid(String value) {
    return value.length() == 36
        && value.charAt(8) == '-'
        && Alphabet.HEX.covers(value.replace("-", ""));
  }

  /// `db-secret-1`: words and numbers between hyphens, as resources are named.
  private static boolean named(String value) {
    return Alphabet.URL64.covers(value) && (value.indexOf('-') > 0 || value.indexOf('_') > 0);
  }

  /// `Bearer` and `Basic` with what follows them (RFC 7617, RFC 6750).
  private static Optional<Hit> authorization(String value, int from) {
    String scheme = lower(value.substring(0, Math.min(value.length(), 7)));
    int cut = scheme.startsWith("bearer ") ? 7 : scheme.startsWith("basic ") ? 6 : -1;
    String secret = cut < 0 ? "" : value.substring(cut).strip();
    boolean spaced = secret.chars().anyMatch(Character::isWhitespace);
    if (secret.length() < 8 || spaced || References.is(secret) || Placeholders.is(secret)) {
      return Optional.empty();
    }
    int start = from + value.length() - secret.length();
    boolean random = Shape.of(secret) == Shape.RANDOM && cut == 7;
    Confidence sure = Shape.of(secret) == Shape.WORDS ? LOW : HIGH;
    return Optional.of(
        new Hit(Kind.AUTHORIZATION, start, start + secret.length(), sure, "", random));
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
