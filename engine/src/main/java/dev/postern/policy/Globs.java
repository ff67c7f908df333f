package dev.postern.policy;

/// Relations between patterns in which `*` stands for any text and `?` for any one character, as
/// policies write them; a text without either is a pattern that takes in itself. Case matters.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">wildcards</a>
public final class Globs {
  private Globs() {}

  public static boolean isLiteral(String glob) {
    return glob.indexOf('*') < 0 && glob.indexOf('?') < 0;
  }

  public static boolean isStars(String glob) {
    return !glob.isEmpty() && glob.chars().allMatch(c -> c == '*');
  }

  /// The characters before the first wildcard.
  static String literalPrefix(String glob) {
    int end = 0;
    while (end < glob.length() && glob.charAt(end) != '*' && glob.charAt(end) != '?') {
      end++;
    }
    return glob.substring(0, end);
  }

  /// Whether every text that `that` takes in is taken in by `glob`: `that`'s wildcards are read as
  /// letters that only a wildcard at least as wide can take. Never a wrong yes; a no can be wrong
  /// where stars and question marks stand side by side (`?*` covers `*?`). Time is at most the
  /// product of the two lengths: a later star never has to give back what an earlier one took.
  public static boolean covers(String glob, String that) {
    int g = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < that.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = t;
      } else if (g < glob.length() && takes(glob.charAt(g), that.charAt(t))) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  private static boolean takes(char glob, char that) {
    return glob == '?' ? that != '*' : glob == that;
  }

  /// Whether some text is taken in by both.
  public static boolean meet(String a, String b) {
    var before = new boolean[b.length() + 1];
    before[0] = true;
    for (int j = 1; j <= b.length(); j++) {
      before[j] = before[j - 1] && b.charAt(j - 1) == '*';
    }
    for (int i = 1; i <= a.length(); i++) {
      var now = new boolean[b.length() + 1];
      char x = a.charAt(i - 1);
      now[0] = before[0] && x == '*';
      for (int j = 1; j <= b.length(); j++) {
        char y = b.charAt(j - 1);
        // a star takes nothing and ends, or takes what the other has here and goes on
        boolean same = x == '?' || y == '?' || x == y;
        boolean star = x == '*' || y == '*';
        now[j] = star ? (before[j] || now[j - 1]) : (before[j - 1] && same);
      }
      before = now;
    }
    return before[b.length()];
  }
}
