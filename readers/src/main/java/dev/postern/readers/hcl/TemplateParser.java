package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Block.Label;
import dev.postern.readers.hcl.CollectionParser.Head;
import dev.postern.readers.hcl.Expression.Invalid;
import dev.postern.readers.hcl.Expression.Style;
import dev.postern.readers.hcl.Expression.Template;
import dev.postern.readers.hcl.Part.Interpolation;
import dev.postern.readers.hcl.Part.Literal;
import dev.postern.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads strings, heredocs and template files (HCL specification, "Templates"): first into a flat
/// row of [TemplatePieces], in which white space is stripped, then into the tree of directives.
final class TemplateParser {
  private final Cursor cursor;
  private final ExpressionParser expressions;

  TemplateParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /// A word that stands for its own text.
  static Template bare(Span word) {
    return new Template(List.of(new Literal(word.text(), word)), Style.BARE, word);
  }

  Expression quoted() {
    int open = cursor.take().start();
    return template(open, Kind.UNQUOTE, Style.QUOTED);
  }

  Expression heredoc() {
    Span open = cursor.take();
    boolean flush = open.length() > 2 && open.text().charAt(2) == '-';
    return template(open.start(), Kind.HEREDOC_END, flush ? Style.FLUSH_HEREDOC : Style.HEREDOC);
  }

  /// The template that is the whole file.
  Expression file() {
    return template(0, Kind.END, Style.BARE);
  }

  /// A quoted label, which holds text only.
  Label label() {
    int open = cursor.take().start();
    var text = new StringBuilder();
    while (cursor.peek() == Kind.TEXT || cursor.peek() == Kind.ESCAPE) {
      text.append(literal().text());
    }
    switch (cursor.peek()) {
      case UNQUOTE -> cursor.take();
      case UNCLOSED -> unclosed(open, Style.QUOTED);
      default -> cursor.fail("a label is plain text without `${` and `%{`", cursor.span());
    }
    return new Label(text.toString(), cursor.since(open));
  }

  private Expression template(int open, Kind closer, Style style) {
    if (!cursor.enter()) {
      return new Invalid(cursor.span());
    }
    var pieces = new TemplatePieces(style);
    int directives = 0;
    while (!cursor.failed() && cursor.peek() != closer) {
      switch (cursor.peek()) {
        case TEXT, ESCAPE -> pieces.text(literal());
        case INTERPOLATION -> sequence(pieces, this::interpolation);
        case DIRECTIVE -> directives = nest(directives, sequence(pieces, this::directive));
        default -> unclosed(open, style);
      }
    }
    while (directives-- > 0) {
      cursor.leave();
    }
    cursor.leave();
    cursor.takeIf(closer);
    List<Part> parts = cursor.failed() ? List.of() : tree(pieces);
    return new Template(parts, style, cursor.since(open));
  }

  /// The directives that are open after one that changes their number by `change`.
  private int nest(int open, int change) {
    if (change < 0 && open > 0) {
      cursor.leave();
    }
    return Math.max(0, open + change);
  }

  private List<Part> tree(TemplatePieces pieces) {
    return new DirectiveTree(cursor).parts(pieces.finished());
  }

  /// `${...}` or `%{...}`, with the white space that it strips; answers by how many levels it
  /// changes the depth of what follows.
  private int sequence(TemplatePieces into, Function<Span, Piece> inside) {
    Span start = cursor.take();
    into.sequence(start.length() == 3);
    boolean lines = cursor.countLines(false);
    Piece piece = inside.apply(start);
    into.add(piece);
    if (cursor.peek() == Kind.SEQUENCE_END) {
      into.stripNext(cursor.take().length() == 2);
    } else {
      cursor.failExpecting("`}` at the end of the sequence");
    }
    cursor.countLines(lines);
    return switch (piece) {
      case Piece.If _, Piece.For _ -> cursor.enter() ? 1 : 0;
      case Piece.EndIf _, Piece.EndFor _ -> -1;
      case Piece.Text _, Piece.Hole _, Piece.Else _ -> 0;
    };
  }

  private Piece interpolation(Span start) {
    Expression inner = expressions.expression();
    return new Piece.Hole(new Interpolation(inner, start.to(cursor.span())));
  }

  private Piece directive(Span start) {
    Span word = cursor.span();
    cursor.expect(Kind.WORD);
    return switch (word.text()) {
      case "if" -> {
        Expression condition = expressions.expression();
        yield new Piece.If(condition, start.to(cursor.span()));
      }
      case "for" -> {
        Head head = expressions.collections().variables();
        yield new Piece.For(head, start.to(cursor.span()));
      }
      case "else" -> new Piece.Else(start.to(cursor.span()));
      case "endif" -> new Piece.EndIf(start.to(cursor.span()));
      case "endfor" -> new Piece.EndFor(start.to(cursor.span()));
      default -> {
        cursor.fail("`%{` begins a directive, `%%{` is the text `%{`", start);
        yield new Piece.Else(start);
      }
    };
  }

  private void unclosed(int open, Style style) {
    String text = cursor.file().text();
    if (style == Style.QUOTED) {
      cursor.fail("string is not closed on its line", cursor.file().span(open, open + 1));
    } else {
      int end = text.indexOf('\n', open);
      String sign = text.substring(open, end < 0 ? text.length() : end).strip();
      Span at = cursor.file().span(open, open + sign.length());
      cursor.fail("heredoc `" + sign + "` is not closed by a line of its own", at);
    }
  }

  private Literal literal() {
    Kind kind = cursor.peek();
    Span span = cursor.take();
    String text = span.text();
    if (kind == Kind.TEXT) {
      return new Literal(text, span);
    }
    Optional<String> meant = Escapes.decode(text);
    if (meant.isEmpty()) {
      cursor.fail("a backslash stands before n, r, t, quote, backslash, u or U", span);
    }
    return new Literal(meant.orElse(text), span);
  }
}
