package dev.postern.cli;

import java.util.BitSet;

/// Matches paths with `?`, `*` (within a part), `**` between slashes (across parts), `[...]`, and
/// `\` before a character that means itself.
final class Globs {
  private final String glob;
  private final String path;

  /// Pairs of positions from which there is no match; keeps the search quadratic.
  private final BitSet hopeless = new BitSet();

  private Globs(String glob, String path) {
    this.glob = glob;
    this.path = path;
  }

  static boolean matches(String glob, String path) {
    return new Globs(glob, path).from(0, 0);
  }

  private boolean from(int g, int p) {
    int pair = g * (path.length() + 1) + p;
    if (hopeless.get(pair)) {
      return false;
    }
    boolean found = search(g, p);
    if (!found) {
      hopeless.set(pair);
    }
    return found;
  }

  private boolean search(int g, int p) {
    if (g == glob.length()) {
      return p == path.length();
    }
    char c = glob.charAt(g);
    if (c == '*') {
      return star(g, p);
    }
    if (p == path.length()) {
      return false;
    }
    char here = path.charAt(p);
    if (c == '[') {
      int end = glob.indexOf(']', g + (negates(g + 1) ? 3 : 2));
      return end > 0
          && here != '/'
          && inClass(glob.substring(g + 1, end), here)
          && from(end + 1, p + 1);
    }
    if (c == '\\' && g + 1 < glob.length()) {
      return glob.charAt(g + 1) == here && from(g + 2, p + 1);
    }
    return ((c == '?' && here != '/') || c == here) && from(g + 1, p + 1);
  }

  private boolean negates(int g) {
    return glob.startsWith("!", g) || glob.startsWith("^", g);
  }

  /// Two stars alone between slashes take any folders, even none; other stars stay in one part.
  private boolean star(int g, int p) {
    int end = g;
    while (end < glob.length() && glob.charAt(end) == '*') {
      end++;
    }
    boolean alone = g == 0 || glob.charAt(g - 1) == '/';
    boolean across = end - g == 2 && alone && (end == glob.length() || glob.charAt(end) == '/');
    boolean more = p < path.length() && (across || path.charAt(p) != '/');
    if (!across) {
      return from(end, p) || (more && from(g, p + 1));
    }
    if (end == glob.length()) {
      return p < path.length();
    }
    boolean atPart = p == 0 || path.charAt(p - 1) == '/';
    return (atPart && from(end + 1, p)) || (more && from(g, p + 1));
  }

  private static boolean inClass(String members, char c) {
    boolean negated = members.startsWith("!") || members.startsWith("^");
    String all = negated ? members.substring(1) : members;
    boolean found = false;
    for (int i = 0; i < all.length(); i++) {
      if (i + 2 < all.length() && all.charAt(i + 1) == '-') {
        found |= all.charAt(i) <= c && c <= all.charAt(i + 2);
        i += 2;
      } else {
        found |= all.charAt(i) == c;
      }
    }
    return found != negated;
  }
}
