package dev.postern.readers.hcl;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the place to read on after something that could not be read. It walks over the tokens
/// again, from the start of the broken argument or block, and keeps count of what is open.
final class Recovery {
  private final Tokens tokens;
  private final Deque<Kind> open = new ArrayDeque<>();
  private int braces;

  private Recovery(Tokens tokens) {
    this.tokens = tokens;
  }

  /// The number of the token to go on with, which is greater than `from` unless the file ends.
  static int after(Tokens tokens, int from) {
    return new Recovery(tokens).walk(from);
  }

  private int walk(int from) {
    for (int i = from; ; i++) {
      Kind kind = tokens.kind(i);
      switch (kind) {
        case END -> {
          return i;
        }
        case NEWLINE -> {
          if (open.isEmpty() || (isListOpen() && isItem(i + 1))) {
            return i + 1;
          }
        }
        case CLOSE_BRACE -> {
          if (braces == 0 && i > from) {
            return i;
          }
          closeThrough(Kind.OPEN_BRACE, Kind.OPEN_BRACE);
        }
        case OPEN_BRACE -> {
          braces++;
          open.push(kind);
        }
        case QUOTE, HEREDOC, INTERPOLATION, DIRECTIVE, OPEN_BRACKET, OPEN_PAREN -> open.push(kind);
        case CLOSE_BRACKET -> closeTop(Kind.OPEN_BRACKET);
        case CLOSE_PAREN -> closeTop(Kind.OPEN_PAREN);
        case UNQUOTE, HEREDOC_END, UNCLOSED -> closeThrough(Kind.QUOTE, Kind.HEREDOC);
        case SEQUENCE_END -> closeThrough(Kind.INTERPOLATION, Kind.DIRECTIVE);
        default -> {}
      }
    }
  }

  private boolean isListOpen() {
    return open.peek() == Kind.OPEN_BRACKET || open.peek() == Kind.OPEN_PAREN;
  }

  /// `name =`, `name {` or `name "label`: nothing that could stand in a list, so the list was left
  /// open.
  private boolean isItem(int i) {
    Kind second = tokens.kind(i + 1);
    return tokens.kind(i) == Kind.WORD
        && (second == Kind.ASSIGN || second == Kind.OPEN_BRACE || second == Kind.QUOTE);
  }

  private void closeTop(Kind opener) {
    if (open.peek() == opener) {
      open.pop();
    }
  }

  private void closeThrough(Kind opener, Kind orOpener) {
    while (!open.isEmpty()) {
      Kind closed = open.pop();
      if (closed == Kind.OPEN_BRACE) {
        braces--;
      }
      if (closed == opener || closed == orOpener) {
        return;
      }
    }
  }
}
