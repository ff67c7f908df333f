package dev.postern.report;

import java.util.List;

/// Text in GitHub's Markdown that shows what it is given and does nothing else.
final class MarkdownText {
  private static final String SYNTAX = "\\`*_{}[]()<>&#+-.!|~:=\"'$^";

  private MarkdownText() {}

  /// A code span: no markup, mention or link is recognised inside. Its fence is longer than any run
  /// of backticks in it (CommonMark 0.31, 6.1).
  static String code(String text) {
    String visible = Escape.visible(text);
    if (visible.isBlank()) {
      return visible;
    }
    String fence = "`".repeat(longestRun(visible) + 1);
    boolean ticks = visible.startsWith("`") || visible.endsWith("`");
    String pad = ticks || (visible.startsWith(" ") && visible.endsWith(" ")) ? " " : "";
    return fence + pad + visible + pad + fence;
  }

  /// Prose in which backticks mark the user's own words. Everything else is literal: punctuation is
  /// escaped, and what would become a mention, an issue or a link is cut by an empty comment.
  static String prose(String text) {
    var out = new StringBuilder();
    String[] parts = Escape.visible(text).split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean quoted = i % 2 == 1 && i < parts.length - 1;
      out.append(quoted ? code(parts[i]) : literal((i % 2 == 1 ? "`" : "") + parts[i]));
    }
    return out.toString();
  }

  private static String literal(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '|') {
        out.append("&#").append((int) c).append(';');
      } else if (c == '@') {
        out.append("@<!-- -->");
      } else if (SYNTAX.indexOf(c) >= 0 && isSyntax(text, i)) {
        out.append('\\').append(c).append(c == '#' || c == ':' || c == '.' ? "<!-- -->" : "");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  // ordinary punctuation stays readable: a stop or colon before a blank, a hyphen in a word
  private static boolean isSyntax(String text, int i) {
    char c = text.charAt(i);
    boolean last = i + 1 == text.length() || text.charAt(i + 1) == ' ';
    return switch (c) {
      case ':', '.', '\'', '"', '=', '(', ')', '!', '+' -> i == 0 || (c != '\'' && !last);
      case '-' -> i == 0;
      default -> true;
    };
  }

  /// In a cell of a table.
  static String cell(String text) {
    return prose(text).replace("|", "\\|");
  }

  /// A block of code lines.
  static String block(String language, List<String> lines) {
    String code = String.join("\n", lines.stream().map(MarkdownText::codeLine).toList());
    String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
    return fence + language + "\n" + code + "\n" + fence + "\n";
  }

  private static String codeLine(String line) {
    return Escape.visible(line.replace("\t", "    "));
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
