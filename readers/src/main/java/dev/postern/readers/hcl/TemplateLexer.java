package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Lexer.Mode.Within;

/// Cuts the inside of strings, heredocs and template files into tokens (HCL specification,
/// "Templates"). A string ends at the end of its line at the latest, whatever was forgotten in it,
/// so that one missing quote costs one line.
final class TemplateLexer {
  private final String text;
  private final Tokens tokens;
  private final Lexer lexer;

  TemplateLexer(String text, Tokens tokens, Lexer lexer) {
    this.text = text;
    this.tokens = tokens;
    this.lexer = lexer;
  }

  /// Reads on in a string from `from` up to its end or the start of a sequence; answers where.
  int quoted(int from) {
    int run = from;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> {
          text(run, i);
          tokens.add(Kind.UNQUOTE, i, i + 1);
          lexer.close();
          return i + 1;
        }
        case '\n', '\r' -> {
          text(run, i);
          unclosed(i);
          return i;
        }
        case '\\' -> {
          text(run, i);
          run = backslash(i);
          tokens.add(Kind.ESCAPE, i, run);
          i = run;
        }
        case '$', '%' -> {
          if (follows(i, '{')) {
            text(run, i);
            return sequence(i);
          }
          if (isEscape(i)) {
            text(run, i);
            tokens.add(Kind.ESCAPE, i, i + 3);
            i += 3;
            run = i;
          } else {
            i++;
          }
        }
        default -> i++;
      }
    }
    text(run, i);
    return i;
  }

  /// Reads on in a heredoc or file from `from` up to the next line or the start of a sequence.
  int line(int from) {
    if (lexer.mode().within == Within.HEREDOC && text.charAt(from - 1) == '\n' && ends(from)) {
      return closing(from);
    }
    int run = from;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n') {
        text(run, i + 1);
        return i + 1;
      }
      if (c != '$' && c != '%') {
        i++;
      } else if (follows(i, '{')) {
        text(run, i);
        return sequence(i);
      } else if (isEscape(i)) {
        text(run, i);
        tokens.add(Kind.ESCAPE, i, i + 3);
        i += 3;
        run = i;
      } else {
        i++;
      }
    }
    text(run, i);
    return i;
  }

  /// Whether the line at `from` consists of the closing word. The last line of a file without a
  /// line end closes nothing, as in Terraform.
  private boolean ends(int from) {
    String closing = lexer.mode().closing;
    int word = blank(from);
    if (!text.startsWith(closing, word)) {
      return false;
    }
    int end = blank(word + closing.length());
    return end < text.length() && text.charAt(end) == '\n';
  }

  /// Closes the heredoc at its closing word; answers where its line ends.
  private int closing(int from) {
    int end = blank(from) + lexer.mode().closing.length();
    tokens.add(Kind.HEREDOC_END, from, end);
    lexer.close();
    int line = blank(end);
    return text.charAt(line - 1) == '\r' ? line - 1 : line;
  }

  private int blank(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /// A string whose line ended. Where it stands in a sequence of the same line, that sequence was
  /// more likely left open than the string, so everything that the line opened ends here.
  private void unclosed(int end) {
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    tokens.add(Kind.UNCLOSED, end, end);
    lexer.close();
    while (lexer.isInSequenceSince(lineStart)) {
      lexer.close();
      if (lexer.mode().within == Within.QUOTED) {
        tokens.add(Kind.UNCLOSED, end, end);
        lexer.close();
      }
    }
  }

  private int sequence(int start) {
    int end = start + (follows(start + 1, '~') ? 3 : 2);
    tokens.add(text.charAt(start) == '$' ? Kind.INTERPOLATION : Kind.DIRECTIVE, start, end);
    lexer.open(Within.CODE, start);
    return end;
  }

  private boolean follows(int i, char c) {
    return i + 1 < text.length() && text.charAt(i + 1) == c;
  }

  /// `$${` or `%%{`.
  private boolean isEscape(int i) {
    return follows(i, text.charAt(i)) && follows(i + 1, '{');
  }

  /// The end of the backslash sequence at `i`, well formed or not.
  private int backslash(int i) {
    if (i + 1 >= text.length() || text.charAt(i + 1) == '\n' || text.charAt(i + 1) == '\r') {
      return i + 1;
    }
    char c = text.charAt(i + 1);
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int end = i + 1 + Character.charCount(text.codePointAt(i + 1));
    int most = Math.min(text.length(), end + digits);
    while (end < most && Character.digit(text.charAt(end), 16) >= 0 && text.charAt(end) < 0x80) {
      end++;
    }
    return end;
  }

  private void text(int start, int end) {
    if (end > start) {
      tokens.add(Kind.TEXT, start, end);
    }
  }
}
