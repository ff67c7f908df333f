package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Expression.Style;
import dev.postern.readers.hcl.Part.Literal;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;

/// The pieces of one template in a row, with white space stripped as Terraform does it: a `~`
/// strips in a string up to the next sequence, in a heredoc only in the same line and at the line
/// end beside it; `<<-` then removes from all lines as many characters as the least indented one is
/// indented by (HCL specification, "Templates"; that blank lines do not count, and that a line
/// begun by a stripped sequence counts as not indented, is what Terraform 1.11 does).
final class TemplatePieces {
  private final Style style;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean stripsNext;

  TemplatePieces(Style style) {
    this.style = style;
  }

  void text(Literal literal) {
    Literal left = stripsNext ? stripLeading(literal) : literal;
    stripsNext = stripsNext && style == Style.QUOTED && left.text().isEmpty();
    pieces.add(new Piece.Text(left));
  }

  void add(Piece piece) {
    pieces.add(piece);
  }

  /// A sequence begins; `strips`: with a `~`.
  void sequence(boolean strips) {
    stripsNext = false;
    for (int i = pieces.size() - 1; strips && i >= 0; i--) {
      if (!(pieces.get(i) instanceof Piece.Text(var before))) {
        return;
      }
      Literal left = stripTrailing(before);
      pieces.set(i, new Piece.Text(left));
      if (style != Style.QUOTED || !left.text().isEmpty()) {
        return;
      }
    }
  }

  /// A sequence ended; `strips`: with a `~`.
  void stripNext(boolean strips) {
    stripsNext = strips;
  }

  /// All pieces, without the common indentation in a `<<-` heredoc.
  List<Piece> finished() {
    if (style == Style.FLUSH_HEREDOC) {
      flush();
    }
    return pieces;
  }

  private void flush() {
    List<Integer> indented = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    boolean starts = true;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Text(var literal)) {
        String text = literal.text();
        if (starts && !(text.endsWith("\n") && indent(text) == text.length())) {
          least = Math.min(least, indent(text));
          indented.add(i);
        }
        starts = text.endsWith("\n");
      } else {
        least = starts ? 0 : least;
        starts = false;
      }
    }
    for (int i : indented) {
      if (pieces.get(i) instanceof Piece.Text(var literal)) {
        pieces.set(i, new Piece.Text(cut(literal, least, 0)));
      }
    }
  }

  private static Literal stripLeading(Literal literal) {
    return cut(literal, indent(literal.text()), 0);
  }

  private static Literal stripTrailing(Literal literal) {
    String text = literal.text();
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return cut(literal, 0, text.length() - end);
  }

  private static int indent(String text) {
    int end = 0;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /// `literal` without its first and last characters.
  private static Literal cut(Literal literal, int first, int last) {
    String text = literal.text();
    Span span = literal.span();
    boolean exact = span.length() == text.length();
    return new Literal(
        text.substring(first, text.length() - last),
        exact ? span.file().span(span.start() + first, span.end() - last) : span);
  }
}
