package dev.postern.policy.document;

import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.policy.Globs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Half-known texts as plain strings: each unknown part is one letter of a private alphabet, the
/// same letter for the same unknown, so that patterns with holes compare like patterns. Of some
/// unknowns it is sure that they are neither empty nor hold a wildcard or a colon, as an account or
/// a region: these atoms are like a letter to whoever asks what a pattern leaves open.
final class Encoded {
  private static final char FIRST = '\uE000';
  private static final char REFERENCE = '\uF000';
  private static final char ATOM = '\uF400';
  private static final char LAST = '\uF8FF';

  /// What has a meaning in an ARN pattern.
  private static final String MEANINGFUL = "*?:$";

  private final Map<Object, Character> letters = new LinkedHashMap<>();

  String of(Text text) {
    var all = new StringBuilder();
    for (Part part : text.flat()) {
      switch (part) {
        case Part.Literal(var known, _) -> known.chars().forEach(c -> all.append(plain((char) c)));
        case Part.Hole(var reason, _, _, var form) ->
            all.append(form.isWithout(MEANINGFUL) ? letter(reason, ATOM, LAST) : letter(reason));
        case Part.Reference(var target, var attribute, _, _) ->
            all.append(letter(List.of(target, attribute), REFERENCE, ATOM));
        case Part.Json(var document, _) -> all.append(letter(document));
      }
    }
    return all.toString();
  }

  private static char plain(char c) {
    return isHole(c) ? '\uFFFD' : c;
  }

  private char letter(Object unknown) {
    return letter(unknown, FIRST, REFERENCE);
  }

  private char letter(Object unknown, char first, char end) {
    return letters.computeIfAbsent(unknown, _ -> (char) Math.min(first + letters.size(), end - 1));
  }

  static boolean isHole(char c) {
    return c >= FIRST && c <= LAST;
  }

  static boolean hasHole(String encoded) {
    return encoded.chars().anyMatch(c -> isHole((char) c));
  }

  /// Whether it has a hole that may be any text, the attributes of other resources among them.
  static boolean isOpen(String encoded) {
    return encoded.chars().anyMatch(c -> c >= FIRST && c < ATOM);
  }

  /// Whether it has a hole that may be any text and no attribute of another resource, which is one
  /// thing.
  static boolean mayBeMany(String encoded) {
    return encoded.chars().anyMatch(c -> c >= FIRST && c < REFERENCE);
  }

  /// With every hole but the atoms free to be any text.
  static String opened(String encoded) {
    var all = new StringBuilder();
    encoded.chars().forEach(c -> all.append(c >= FIRST && c < ATOM ? '*' : (char) c));
    return all.toString();
  }

  /// With every hole free to be any text.
  static String loosened(String encoded) {
    var all = new StringBuilder();
    encoded.chars().forEach(c -> all.append(isHole((char) c) ? '*' : (char) c));
    return all.toString();
  }

  static String lower(String encoded) {
    return encoded.toLowerCase(Locale.ROOT);
  }

  /// The six segments of an ARN pattern; what ends early with a star goes on with stars. One
  /// segment, the whole, for what is no ARN.
  static List<String> segments(String encoded) {
    if (Globs.isStars(encoded)) {
      return List.of("*", "*", "*", "*", "*", "*");
    }
    String[] parts = encoded.split(":", 6);
    if (parts.length == 6) {
      return Arrays.asList(parts);
    }
    if (parts.length > 1 && parts[0].equals("arn") && encoded.endsWith("*")) {
      var all = new ArrayList<>(Arrays.asList(parts));
      while (all.size() < 6) {
        all.add("*");
      }
      return all;
    }
    return List.of(encoded);
  }
}
