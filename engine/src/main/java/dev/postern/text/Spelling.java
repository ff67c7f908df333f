package dev.postern.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what a misspelt name was meant to be.
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /// A question for the known word that is nearest, or nothing, to end a message with.
  public static String hint(String word, Collection<String> known) {
    return closest(word, known).map(near -> ", did you mean `" + near + "`?").orElse("");
  }

  /// The known word that is nearest, where one is near.
  public static Optional<String> closest(String word, Collection<String> known) {
    Optional<String> best = Optional.empty();
    int least = Math.max(1, word.length() / 4) + 1;
    for (String candidate : known) {
      if (word.length() > 2
          && word.length() <= LONGEST
          && Math.abs(candidate.length() - word.length()) < least) {
        int distance = distance(lower(word), lower(candidate));
        if (distance < least) {
          least = distance;
          best = Optional.of(candidate);
        }
      }
    }
    return best;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /// How many letters must be added, removed, replaced or swapped with their neighbour (Damerau
  /// 1964).
  private static int distance(String a, String b) {
    int[] earlier = new int[b.length() + 1];
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(row[j], earlier[j - 2] + 1) : row[j];
      }
      earlier = before;
      before = row;
    }
    return before[b.length()];
  }
}
