package dev.postern.report;

import java.util.List;

/// Text in GitHub's Markdown that shows what it is given and does nothing else.
final class MarkdownText {
  /// Ends what would become a mention, an issue or a link; it shows nothing.
  private static final String CUT = "<!-- -->";

  // escaped prose may be nine times as long
  private static final int MOST_PROSE = 300;
  private static final int MOST_CODE = 1_000;

  private MarkdownText() {}

  /// A code span: no markup, mention or link is recognised inside. Its fence is longer than any run
  /// of backticks in it (CommonMark 0.31, 6.1).
  static String code(String text) {
    String visible = Escape.visible(text, MOST_CODE);
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
    String[] parts = Escape.visible(text, MOST_PROSE).split("`", -1);
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
      switch (c) {
        case '<', '>', '&', '|' -> out.append("&#").append((int) c).append(';');
        case '\\', '`', '*', '_', '[', ']', '~', '$' -> out.append('\\').append(c);
        case '@' -> out.append('@').append(CUT);
        case '#' -> out.append("\\#").append(CUT);
        case ':' -> out.append(c).append(text.startsWith("//", i + 1) ? CUT : "");
        case '.', ')' ->
            out.append(text.startsWith("www", i - 3) ? CUT : number(text, i)).append(c);
        case '-', '+', '=' -> out.append(i == 0 ? "\\" : "").append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  // `1.` and `1)` begin a list where a line begins with them
  private static String number(String text, int end) {
    return end > 0 && text.substring(0, end).chars().allMatch(Character::isDigit) ? "\\" : "";
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
