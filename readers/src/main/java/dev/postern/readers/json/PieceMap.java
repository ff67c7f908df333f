package dev.postern.readers.json;

import dev.postern.readers.json.Piece.Hole;
import dev.postern.readers.json.Piece.Literal;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// From places in a text that was put together to the places of its pieces.
final class PieceMap {
  private final List<Integer> starts = new ArrayList<>();
  private final List<Piece<?>> pieces = new ArrayList<>();
  private final List<Boolean> exact = new ArrayList<>();

  /// The next piece begins at the offset `start` of the whole.
  void begin(int start, Piece<?> piece) {
    boolean replacesEmpty = !starts.isEmpty() && starts.getLast() == start;
    if (replacesEmpty) {
      starts.removeLast();
      pieces.removeLast();
      exact.removeLast();
    }
    starts.add(start);
    pieces.add(piece);
    exact.add(isExact(piece));
  }

  /// Whether a hole begins at `offset`.
  boolean beginsHole(int offset) {
    int i = Collections.binarySearch(starts, offset);
    return i >= 0 && pieces.get(i) instanceof Hole;
  }

  /// Where the characters of `joined` come from: from the first to the last of them, or only the
  /// first where the last one lies in another file or before it.
  Span original(Span joined) {
    boolean isEmpty = joined.length() == 0;
    Span first = part(joined.start(), isEmpty ? 0 : 1);
    Span last = isEmpty ? first : part(joined.end() - 1, 1);
    return last.file().equals(first.file()) && last.start() >= first.start()
        ? first.to(last)
        : first;
  }

  private Span part(int offset, int length) {
    int found = Collections.binarySearch(starts, offset);
    int i = found >= 0 ? found : -found - 2;
    Span span = pieces.get(i).span();
    int start = span.start() + offset - starts.get(i);
    return exact.get(i) ? span.file().span(start, start + length) : span;
  }

  private static boolean isExact(Piece<?> piece) {
    return piece instanceof Literal<?>(var text, var span)
        && span.length() == text.length()
        && span.file().text().startsWith(text, span.start());
  }
}
