package dev.postern.readers.hcl;

import dev.postern.text.Comment;
import dev.postern.text.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts a file into [Tokens] (HCL specification, "Lexical elements"). Code and templates nest in
/// each other without bound, so their nesting is a stack of [Mode]s and not a recursion; the
/// templates are the business of [TemplateLexer].
final class Lexer {
  private final SourceFile file;
  private final String text;
  private final Tokens tokens;
  private final Problems problems;
  private final List<Comment> comments = new ArrayList<>();
  private final Deque<Mode> modes = new ArrayDeque<>();
  private final TemplateLexer templates;
  private Mode mode = new Mode(Mode.Within.CODE, "", 0);
  private int at;

  Lexer(SourceFile file, Tokens tokens, Problems problems) {
    this.file = file;
    this.text = file.text();
    this.tokens = tokens;
    this.problems = problems;
    this.templates = new TemplateLexer(text, tokens, this);
  }

  /// What the characters at hand belong to.
  static final class Mode {
    enum Within {
      CODE,
      QUOTED,
      HEREDOC,
      FILE
    }

    final Within within;

    /// The closing word of a heredoc.
    final String closing;

    /// Where it was opened.
    final int start;

    /// In code: the braces that are open.
    int braces;

    Mode(Within within, String closing, int start) {
      this.within = within;
      this.closing = closing;
      this.start = start;
    }
  }

  /// The whole file is code.
  List<Comment> code() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    return run();
  }

  /// The whole file is one template.
  List<Comment> template() {
    mode = new Mode(Mode.Within.FILE, "", 0);
    return run();
  }

  void open(Mode.Within within, int start) {
    open(new Mode(within, "", start));
  }

  private void open(Mode inner) {
    modes.push(mode);
    mode = inner;
  }

  void close() {
    mode = modes.pop();
  }

  Mode mode() {
    return mode;
  }

  /// Whether the code at hand is that of a sequence that was opened at `start` or later.
  boolean isInSequenceSince(int start) {
    return mode.within == Mode.Within.CODE && !modes.isEmpty() && mode.start >= start;
  }

  private List<Comment> run() {
    while (at < text.length()) {
      switch (mode.within) {
        case CODE -> token();
        case QUOTED -> at = templates.quoted(at);
        case HEREDOC, FILE -> at = templates.line(at);
      }
    }
    while (!modes.isEmpty()) {
      if (mode.within == Mode.Within.QUOTED || mode.within == Mode.Within.HEREDOC) {
        tokens.add(Kind.UNCLOSED, at, at);
      }
      close();
    }
    return comments;
  }

  private void token() {
    char c = text.charAt(at);
    switch (c) {
      case ' ', '\t' -> at++;
      case '\n' -> add(Kind.NEWLINE, 1);
      case '\r' -> add(next('\n') ? Kind.NEWLINE : Kind.STRAY, next('\n') ? 2 : 1);
      case '#' -> lineComment(1);
      case '/' -> slash();
      case '"' -> {
        add(Kind.QUOTE, 1);
        open(Mode.Within.QUOTED, at);
      }
      case '{' -> {
        mode.braces++;
        add(Kind.OPEN_BRACE, 1);
      }
      case '}' -> closeBrace(1);
      case '~' -> {
        if (next('}') && closesSequence()) {
          closeBrace(2);
        } else {
          add(Kind.STRAY, 1);
        }
      }
      case '[' -> add(Kind.OPEN_BRACKET, 1);
      case ']' -> add(Kind.CLOSE_BRACKET, 1);
      case '(' -> add(Kind.OPEN_PAREN, 1);
      case ')' -> add(Kind.CLOSE_PAREN, 1);
      case ',' -> add(Kind.COMMA, 1);
      case '?' -> add(Kind.QUESTION, 1);
      case '+' -> add(Kind.PLUS, 1);
      case '-' -> add(Kind.MINUS, 1);
      case '*' -> add(Kind.STAR, 1);
      case '%' -> add(Kind.PERCENT, 1);
      case '=', '!', '>', '&', '|', ':', '.' -> operator(c);
      case '<' -> less();
      default -> word(c);
    }
  }

  private void operator(char c) {
    switch (c) {
      case '=' -> pair('=', Kind.EQUAL, next('>') ? Kind.ARROW : Kind.ASSIGN);
      case '!' -> pair('=', Kind.NOT_EQUAL, Kind.NOT);
      case '>' -> pair('=', Kind.GREATER_OR_EQUAL, Kind.GREATER);
      case '&' -> pair('&', Kind.AND, Kind.STRAY);
      case '|' -> pair('|', Kind.OR, Kind.STRAY);
      case ':' -> pair(':', Kind.DOUBLE_COLON, Kind.COLON);
      default -> {
        boolean three = text.startsWith("...", at);
        add(three ? Kind.ELLIPSIS : Kind.DOT, three ? 3 : 1);
      }
    }
  }

  private void pair(char second, Kind two, Kind one) {
    boolean both = next(second);
    add(both ? two : one, both || one == Kind.ARROW ? 2 : 1);
  }

  private boolean next(char c) {
    return at + 1 < text.length() && text.charAt(at + 1) == c;
  }

  private void add(Kind kind, int length) {
    tokens.add(kind, at, at + length);
    at += length;
  }

  private boolean closesSequence() {
    return mode.braces == 0 && !modes.isEmpty();
  }

  private void closeBrace(int length) {
    if (closesSequence()) {
      add(Kind.SEQUENCE_END, length);
      close();
    } else {
      mode.braces = Math.max(0, mode.braces - 1);
      add(Kind.CLOSE_BRACE, length);
    }
  }

  private void lineComment(int signs) {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    int last = end > at && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end;
    comments.add(new Comment(file.span(at, last), text.substring(at + signs, last).strip()));
    at = last;
  }

  private void slash() {
    if (next('/')) {
      lineComment(2);
    } else if (next('*')) {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        problems.add("comment is not closed", file.span(at, at + 2));
      }
      int inner = end < 0 ? text.length() : end;
      int last = end < 0 ? text.length() : end + 2;
      comments.add(new Comment(file.span(at, last), text.substring(at + 2, inner).strip()));
      at = last;
    } else {
      add(Kind.SLASH, 1);
    }
  }

  /// `<`, `<=`, or a heredoc: `<<` or `<<-`, a word, and at once the end of the line.
  private void less() {
    if (next('<')) {
      int word = at + (text.startsWith("<<-", at) ? 3 : 2);
      int end = Words.wordEnd(text, word);
      int line = text.startsWith("\r\n", end) ? end + 2 : text.startsWith("\n", end) ? end + 1 : 0;
      if (end > word && line > 0) {
        String closing = text.substring(word, end);
        add(Kind.HEREDOC, line - at);
        open(new Mode(Mode.Within.HEREDOC, closing, at));
        return;
      }
    }
    pair('=', Kind.LESS_OR_EQUAL, Kind.LESS);
  }

  private void word(char c) {
    if (c >= '0' && c <= '9') {
      add(Kind.NUMBER, Words.numberEnd(text, at) - at);
      return;
    }
    int end = Words.wordEnd(text, at);
    if (end > at) {
      add(Kind.WORD, end - at);
    } else {
      add(Kind.STRAY, Character.charCount(text.codePointAt(at)));
    }
  }
}
