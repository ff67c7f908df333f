package dev.postern.readers.hcl;

import dev.postern.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Puts the directives of a template together with their ends.
final class DirectiveTree {
  private final Cursor cursor;
  private final Deque<Open> open = new ArrayDeque<>();
  private List<Part> parts = new ArrayList<>();

  DirectiveTree(Cursor cursor) {
    this.cursor = cursor;
  }

  /// A directive that waits for its end; `before`: the parts in front of it; `then`: those of an
  /// `if` whose `else` has come.
  private record Open(Piece start, List<Part> before, Optional<List<Part>> then) {}

  List<Part> parts(List<Piece> pieces) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(var literal) -> parts.add(literal);
        case Piece.Hole(var interpolation) -> parts.add(interpolation);
        case Piece.If _, Piece.For _ -> begin(new Open(piece, parts, Optional.empty()));
        case Piece.Else(var span) -> otherwise(span);
        case Piece.EndIf(var span) -> endIf(span);
        case Piece.EndFor(var span) -> endFor(span);
      }
    }
    if (!open.isEmpty()) {
      cursor.fail("directive is not closed", open.peek().start().span());
    }
    return parts;
  }

  private void begin(Open directive) {
    open.push(directive);
    parts = new ArrayList<>();
  }

  private void otherwise(Span span) {
    if (!open.isEmpty()
        && open.peek().start() instanceof Piece.If
        && open.peek().then().isEmpty()) {
      Open directive = open.pop();
      begin(new Open(directive.start(), directive.before(), Optional.of(parts)));
    } else {
      cursor.fail("`else` without an `if` of its own", span);
    }
  }

  private void endIf(Span span) {
    if (open.peek() instanceof Open(Piece.If(var condition, var start), var before, var then)) {
      open.pop();
      List<Part> otherwise = then.isPresent() ? parts : List.of();
      before.add(new Part.If(condition, then.orElse(parts), otherwise, start.to(span)));
      parts = before;
    } else {
      cursor.fail("`endif` without an `if`", span);
    }
  }

  private void endFor(Span span) {
    if (open.peek() instanceof Open(Piece.For(var head, var start), var before, _)) {
      open.pop();
      Span all = start.to(span);
      before.add(new Part.For(head.key(), head.value(), head.collection(), parts, all));
      parts = before;
    } else {
      cursor.fail("`endfor` without a `for`", span);
    }
  }
}
