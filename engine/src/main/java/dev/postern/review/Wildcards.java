package dev.postern.review;

/// Patterns in which `*` stands for any characters.
final class Wildcards {
  private Wildcards() {}

  /// Whether `pattern` takes in all of `text`. Each stretch between stars is taken where it comes
  /// first: a later star never has to give back what an earlier one took.
  static boolean match(String pattern, String text) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(text);
    }
    String last = parts[parts.length - 1];
    if (!text.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
