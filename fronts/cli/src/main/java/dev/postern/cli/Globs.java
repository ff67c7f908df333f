package dev.postern.cli;

import java.util.BitSet;

/// Matches paths with `?`, `*` (within a part), `**` (across parts) and `[...]`.
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
      boolean across = glob.startsWith("**", g);
      int next = g + (across ? 2 : 1);
      boolean noFolder = glob.startsWith("**/", g) && from(g + 3, p);
      boolean more = p < path.length() && (across || path.charAt(p) != '/');
      return noFolder || from(next, p) || (more && from(g, p + 1));
    }
    if (p == path.length()) {
      return false;
    }
    if (c == '[') {
      int end = glob.indexOf(']', g + 2);
      return end > 0 && inClass(glob.substring(g + 1, end), path.charAt(p)) && from(end + 1, p + 1);
    }
    return (c == '?' || c == path.charAt(p)) && from(g + 1, p + 1);
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
