package dev.postern.readers.cloudformation;

import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes texts apart, as far as they are known.
final class Slicing {
  private Slicing() {}

  /// The pieces of a text.
  ///
  /// @param texts those whose place in the list is known
  /// @param rest why there may be more
  record Pieces(List<Text> texts, Optional<Reason> rest) {}

  /// What lies between the delimiters. An unknown part may hold any number of delimiters, so that
  /// the pieces from there on are not known.
  static Pieces split(Text text, String delimiter) {
    var texts = new ArrayList<Text>();
    var piece = new ArrayList<Part>();
    for (Part part : text.flat()) {
      switch (part) {
        case Part.Literal literal -> split(literal, delimiter, piece, texts);
        case Part.Hole(var reason, _, _, _) when Pseudo.isWithout(reason, delimiter) ->
            piece.add(part);
        case Part.Hole _, Part.Reference _, Part.Json _ -> {
          return new Pieces(texts, Text.of(List.of(part)).unknown());
        }
      }
    }
    texts.add(Text.of(piece));
    return new Pieces(texts, Optional.empty());
  }

  private static void split(
      Part.Literal literal, String delimiter, List<Part> piece, List<Text> texts) {
    String text = literal.text();
    int from = 0;
    for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
      piece.add(Texts.slice(literal, from, at));
      texts.add(Text.of(piece));
      piece.clear();
      from = at + delimiter.length();
    }
    piece.add(Texts.slice(literal, from, text.length()));
  }

  /// Without the blanks around it.
  static Text strip(Text text) {
    var parts = new ArrayList<>(text.parts());
    if (!parts.isEmpty() && parts.getFirst() instanceof Part.Literal first) {
      int blanks = first.text().length() - first.text().stripLeading().length();
      parts.set(0, Texts.slice(first, blanks, first.text().length()));
    }
    if (!parts.isEmpty() && parts.getLast() instanceof Part.Literal last) {
      parts.set(parts.size() - 1, Texts.slice(last, 0, last.text().stripTrailing().length()));
    }
    return Text.of(parts);
  }
}
