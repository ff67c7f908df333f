package dev.postern.readers.terraform;

import java.util.Map;
import java.util.Optional;

/// Rewrites a pattern of RE2 as one of Java's: what only Java has is refused, what both write
/// differently is respelled.
final class RegexSyntax {
  private final String from;
  private final StringBuilder to = new StringBuilder();
  private final Map<String, Integer> names;
  private int groups;
  private int at;
  private boolean wrong;

  private RegexSyntax(String from, Map<String, Integer> names) {
    this.from = from;
    this.names = names;
  }

  /// @param names receives the numbers of the named groups
  static Optional<String> translate(String re2, Map<String, Integer> names) {
    var syntax = new RegexSyntax(re2, names);
    while (syntax.at < re2.length() && !syntax.wrong) {
      syntax.next();
    }
    return syntax.wrong ? Optional.empty() : Optional.of(syntax.to.toString());
  }

  private void next() {
    char c = from.charAt(at);
    switch (c) {
      case '\\' -> escape();
      case '[' -> characters();
      case '(' -> group();
      case '$' -> {
        to.append(from.contains("m") && from.contains("(?") ? "$" : "\\z");
        at++;
      }
      case '*', '+', '?', '}' -> {
        to.append(c);
        at++;
        // possessive in Java, an error in RE2
        wrong = at < from.length() && from.charAt(at) == '+';
      }
      default -> {
        to.append(c);
        at++;
      }
    }
  }

  private void escape() {
    if (at + 1 >= from.length()) {
      wrong = true;
      return;
    }
    char c = from.charAt(at + 1);
    at += 2;
    switch (c) {
      case 's' -> to.append("[\\t\\n\\f\\r ]");
      case 'S' -> to.append("[^\\t\\n\\f\\r ]");
      case 'v' -> to.append("\\x0B");
      case '1',
          '2',
          '3',
          '4',
          '5',
          '6',
          '7',
          '8',
          '9',
          'k',
          'Z',
          'G',
          'R',
          'X',
          'h',
          'H',
          'V',
          'c',
          'e',
          'u',
          'N',
          'C' ->
          wrong = true;
      default -> to.append('\\').append(c);
    }
  }

  private void group() {
    if (!from.startsWith("(?", at)) {
      groups++;
      to.append('(');
      at++;
      return;
    }
    boolean named = from.startsWith("(?P<", at) || from.startsWith("(?<", at);
    boolean looks =
        from.startsWith("(?=", at)
            || from.startsWith("(?!", at)
            || from.startsWith("(?<=", at)
            || from.startsWith("(?<!", at)
            || from.startsWith("(?>", at);
    if (looks) {
      wrong = true;
    } else if (named) {
      int start = from.indexOf('<', at) + 1;
      int end = from.indexOf('>', start);
      wrong = end < 0;
      if (!wrong) {
        groups++;
        names.put(from.substring(start, end), groups);
        to.append('(');
        at = end + 1;
      }
    } else {
      to.append("(?");
      at += 2;
    }
  }

  private void characters() {
    to.append('[');
    at++;
    if (at < from.length() && from.charAt(at) == '^') {
      to.append('^');
      at++;
    }
    if (at < from.length() && from.charAt(at) == ']') {
      to.append("\\]");
      at++;
    }
    while (at < from.length() && from.charAt(at) != ']') {
      inside();
    }
    wrong |= at >= from.length();
    to.append(']');
    at++;
  }

  private void inside() {
    char c = from.charAt(at);
    if (from.startsWith("[:", at) && from.indexOf(":]", at) > 0) {
      int end = from.indexOf(":]", at);
      posix(from.substring(at + 2, end));
      at = end + 2;
    } else if (c == '\\' && at + 1 < from.length()) {
      char escaped = from.charAt(at + 1);
      to.append(escaped == 's' ? "\\t\\n\\f\\r " : escaped == 'v' ? "\\x0B" : "\\" + escaped);
      at += 2;
    } else {
      to.append(c == '[' || c == '&' || c == '^' || c == '#' ? "\\" + c : c);
      at++;
    }
  }

  private void posix(String name) {
    boolean not = name.startsWith("^");
    String java =
        switch (not ? name.substring(1) : name) {
          case "alnum" -> "Alnum";
          case "alpha" -> "Alpha";
          case "ascii" -> "ASCII";
          case "blank" -> "Blank";
          case "cntrl" -> "Cntrl";
          case "digit" -> "Digit";
          case "graph" -> "Graph";
          case "lower" -> "Lower";
          case "print" -> "Print";
          case "punct" -> "Punct";
          case "space" -> "Space";
          case "upper" -> "Upper";
          case "xdigit" -> "XDigit";
          default -> "";
        };
    if (name.equals("word")) {
      to.append("\\w");
    } else {
      wrong |= java.isEmpty();
      to.append(not ? "\\P{" : "\\p{").append(java).append('}');
    }
  }
}
