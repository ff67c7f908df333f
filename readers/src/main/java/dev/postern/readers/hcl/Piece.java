package dev.postern.readers.hcl;

import dev.postern.readers.hcl.CollectionParser.Head;
import dev.postern.text.Span;

/// What a template consists of before its directives are put together.
sealed interface Piece {
  Span span();

  record Text(Part.Literal literal) implements Piece {
    @Override
    public Span span() {
      return literal.span();
    }
  }

  record Hole(Part.Interpolation interpolation) implements Piece {
    @Override
    public Span span() {
      return interpolation.span();
    }
  }

  record If(Expression condition, Span span) implements Piece {}

  record Else(Span span) implements Piece {}

  record EndIf(Span span) implements Piece {}

  record For(Head head, Span span) implements Piece {}

  record EndFor(Span span) implements Piece {}
}
