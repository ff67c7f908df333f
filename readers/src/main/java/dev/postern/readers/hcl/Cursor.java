package dev.postern.readers.hcl;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;

/// The place of the parsers in the tokens, and what they do when something is wrong: after
/// [#fail(String, Span)] every token looks like the end of the file, so that all loops end without
/// a second problem, until [#resume(int)].
final class Cursor {
  private final Tokens tokens;
  private final Problems problems;
  private int at;
  private int end;
  private int depth;
  private boolean linesCount = true;
  private boolean failed;

  Cursor(Tokens tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  SourceFile file() {
    return tokens.file();
  }

  Problems problems() {
    return problems;
  }

  /// What the next token is; line ends are passed over where they do not count.
  Kind peek() {
    if (failed) {
      return Kind.END;
    }
    while (!linesCount && tokens.kind(at) == Kind.NEWLINE) {
      at++;
    }
    return tokens.kind(at);
  }

  /// What comes after the next token.
  Kind peekSecond() {
    return failed ? Kind.END : tokens.kind(at + 1);
  }

  /// Moves behind the next token; answers its span.
  Span take() {
    Span taken = span();
    if (!failed) {
      end = taken.end();
      at++;
    }
    return taken;
  }

  boolean takeIf(Kind kind) {
    if (peek() == kind) {
      take();
      return true;
    }
    return false;
  }

  /// The span of the next token.
  Span span() {
    peek();
    return file().span(tokens.start(at), tokens.end(at));
  }

  /// From `start` to the end of the last token taken.
  Span since(int start) {
    return file().span(start, Math.max(start, end));
  }

  boolean isWord(String word) {
    return peek() == Kind.WORD
        && tokens.end(at) - tokens.start(at) == word.length()
        && file().text().startsWith(word, tokens.start(at));
  }

  /// The number of the next token, for [#resume(int)].
  int position() {
    peek();
    return at;
  }

  /// Says from here on whether line ends are tokens (HCL specification: not inside brackets,
  /// parentheses and sequences); answers what held before.
  boolean countLines(boolean count) {
    boolean before = linesCount;
    linesCount = count;
    return before;
  }

  /// One level deeper; false, with a problem, when that is too deep.
  boolean enter() {
    if (depth == Depth.LEVELS) {
      fail("nested deeper than " + Depth.LEVELS + " levels", span());
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /// Takes a token that has to come next.
  void expect(Kind kind) {
    if (!takeIf(kind)) {
      failExpecting(kind.shown());
    }
  }

  /// The next token is none of what may stand here.
  void failExpecting(String what) {
    Kind found = peek();
    if (found == Kind.STRAY) {
      fail(Stray.explain(span().text()), span());
    } else if (found == Kind.END) {
      fail("expected " + what + ", found the end of the file", span());
    } else {
      fail("expected " + what + ", found " + found.shown(), span());
    }
  }

  void fail(String message, Span where) {
    if (!failed) {
      problems.add(message, where);
      failed = true;
    }
  }

  boolean failed() {
    return failed;
  }

  /// Goes on after a failure at the token where it was met.
  void retry() {
    failed = false;
  }

  /// Goes on after a failure in the argument, block or stray token that began with token `from`:
  /// behind its line, or before the brace that closes the body around it.
  void resume(int from) {
    failed = false;
    linesCount = true;
    at = Recovery.after(tokens, from);
    end = tokens.end(at - 1);
  }
}
