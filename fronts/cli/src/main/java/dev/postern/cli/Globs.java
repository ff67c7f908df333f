package dev.postern.cli;

import java.util.BitSet;

/// Matches paths with `?`, `*` (within a part), `**` between slashes (across parts), `[...]`, and
/// `\` before a character that means itself.
///
/// All positions of the pattern that the path may have come to are followed at once, so that time
/// is the product of the two lengths at most.
final class Globs {
  private final String glob;
  private final String path;

  private Globs(String glob, String path) {
    this.glob = glob;
    this.path = path;
  }

  static boolean matches(String glob, String path) {
    return new Globs(glob, path).matches();
  }

  private boolean matches() {
    BitSet now = new BitSet();
    now.set(0);
    for (int p = 0; p < path.length() && !now.isEmpty(); p++) {
      skip(now, p);
      var next = new BitSet();
      char here = path.charAt(p);
      now.stream().filter(g -> g < glob.length()).forEach(g -> take(g, here, next));
      now = next;
    }
    skip(now, path.length());
    return now.get(glob.length());
  }

  /// Adds where one gets from `now` without taking a character, at `p` in the path.
  private void skip(BitSet now, int p) {
    for (int g = now.nextSetBit(0); g >= 0 && g < glob.length(); g = now.nextSetBit(g + 1)) {
      if (glob.charAt(g) == '*') {
        int end = endOfStars(g);
        if (!isAcross(g)) {
          now.set(end);
        } else if (end < glob.length() && (p == 0 || path.charAt(p - 1) == '/')) {
          now.set(end + 1);
        }
      }
    }
  }

  /// Adds where one gets from `g` by taking `here`.
  private void take(int g, char here, BitSet next) {
    switch (glob.charAt(g)) {
      case '*' -> {
        if (here != '/' || isAcross(g)) {
          next.set(g);
        }
        if (isAcross(g) && endOfStars(g) == glob.length()) {
          next.set(glob.length());
        }
      }
      case '[' -> {
        int end = glob.indexOf(']', g + (negates(g + 1) ? 3 : 2));
        if (end > 0 && here != '/' && inClass(glob.substring(g + 1, end), here)) {
          next.set(end + 1);
        }
      }
      case '?' -> {
        if (here != '/') {
          next.set(g + 1);
        }
      }
      default -> {
        boolean quotes = glob.charAt(g) == '\\' && g + 1 < glob.length();
        int meant = quotes ? g + 1 : g;
        if (glob.charAt(meant) == here) {
          next.set(meant + 1);
        }
      }
    }
  }

  private int endOfStars(int g) {
    int end = g;
    while (end < glob.length() && glob.charAt(end) == '*') {
      end++;
    }
    return end;
  }

  /// Whether the stars are two, alone between slashes.
  private boolean isAcross(int g) {
    int end = endOfStars(g);
    return end - g == 2
        && (g == 0 || glob.charAt(g - 1) == '/')
        && (end == glob.length() || glob.charAt(end) == '/');
  }

  private boolean negates(int g) {
    return glob.startsWith("!", g) || glob.startsWith("^", g);
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
