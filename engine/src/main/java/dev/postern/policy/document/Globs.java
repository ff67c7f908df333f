package dev.postern.policy.document;

/// Relations between patterns in which `*` stands for any text and `?` for any one character.
final class Globs {
  private Globs() {}

  static boolean isLiteral(String glob) {
    return glob.indexOf('*') < 0 && glob.indexOf('?') < 0;
  }

  static boolean isStars(String glob) {
    return !glob.isEmpty() && glob.chars().allMatch(c -> c == '*');
  }

  /// Whether every text that `that` takes in is taken in by `glob`: `that`'s wildcards are read as
  /// letters that only a wildcard at least as wide can take. Never a wrong yes; a no can be wrong
  /// where stars and question marks stand side by side (`?*` covers `*?`).
  static boolean covers(String glob, String that) {
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
  static boolean meet(String a, String b) {
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
