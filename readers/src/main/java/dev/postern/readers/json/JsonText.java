package dev.postern.readers.json;

import dev.postern.readers.json.Piece.Hole;
import dev.postern.readers.json.Piece.Literal;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// JSON that stands inside a string of another file, with holes: a policy in a Terraform heredoc or
/// in `Fn::Sub`.
///
/// Each hole is written as one private-use character that the text does not hold, in quotes where
/// it stands outside of a JSON string, and the whole is read as JSON. Texts and keys of the
/// resulting tree may hold such characters: [#split] takes them apart again. Spans are those of the
/// file in which the pieces stand. YAML is read in the same way, where a hole needs no quotes.
public final class JsonText<T> {
  private static final char FIRST = '\uE000';
  private static final char LAST = '\uF8FF';

  private final Optional<Tree> root;
  private final List<Problem> problems;
  private final Map<Character, Hole<T>> holes;

  private JsonText(Optional<Tree> root, List<Problem> problems, Map<Character, Hole<T>> holes) {
    this.root = root;
    this.problems = List.copyOf(problems);
    this.holes = holes;
  }

  /// Reads the text that the pieces make when put side by side. Without a piece there is no root.
  public static <T> JsonText<T> parse(List<Piece<T>> pieces) {
    return parse(pieces, Json::parse, true);
  }

  /// @param quoted whether a hole that stands for a whole value needs quotes
  static <T> JsonText<T> parse(
      List<Piece<T>> pieces, Function<SourceFile, Document> parser, boolean quoted) {
    if (pieces.isEmpty()) {
      return new JsonText<>(Optional.empty(), List.of(), Map.of());
    }
    boolean[] used = used(pieces);
    Map<Character, Hole<T>> holes = new HashMap<>();
    var places = new PieceMap();
    var text = new StringBuilder();
    var state = new Quotes();
    char next = FIRST;
    for (Piece<T> piece : pieces) {
      places.begin(text.length(), piece);
      switch (piece) {
        case Literal<T>(var literal, _) -> {
          text.append(literal);
          state.pass(literal);
        }
        case Hole<T> hole -> {
          while (next <= LAST && used[next - FIRST]) {
            next++;
          }
          if (next > LAST) {
            var full =
                Problem.error("more holes in one JSON text than can be followed", hole.span());
            return new JsonText<>(Optional.empty(), List.of(full), Map.of());
          }
          holes.put(next, hole);
          String quote = quoted && !state.inside ? "\"" : "";
          text.append(quote).append(next++).append(quote);
        }
      }
    }
    String path = pieces.getFirst().span().file().path();
    Document read = parser.apply(SourceFile.of(path, text.toString()));
    var mover = new Mover(places, holes.keySet());
    return new JsonText<>(
        read.roots().stream().findFirst().map(mover::move),
        read.problems().stream().map(mover::move).toList(),
        holes);
  }

  public Optional<Tree> root() {
    return root;
  }

  public List<Problem> problems() {
    return problems;
  }

  /// The literal parts and holes of a text or key of the tree, in order; `at` is its span, and that
  /// of its literal parts.
  public List<Piece<T>> split(String text, Span at) {
    List<Piece<T>> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      Hole<T> hole = holes.get(text.charAt(i));
      if (hole != null) {
        if (from < i) {
          parts.add(new Literal<>(text.substring(from, i), at));
        }
        parts.add(hole);
        from = i + 1;
      }
    }
    if (from < text.length()) {
      parts.add(new Literal<>(text.substring(from), at));
    }
    return parts;
  }

  /// The hole that stands for the whole value outside of quotes.
  public Optional<Hole<T>> hole(Tree tree) {
    return tree instanceof Scalar(var text, var style, _, _) && style == Scalar.Style.HOLE
        ? Optional.ofNullable(holes.get(text.charAt(0)))
        : Optional.empty();
  }

  /// The private-use characters that the text holds, as such or as an escape.
  private static <T> boolean[] used(List<Piece<T>> pieces) {
    boolean[] used = new boolean[LAST - FIRST + 1];
    for (Piece<T> piece : pieces) {
      if (piece instanceof Literal<T>(var text, _)) {
        for (int i = 0; i < text.length(); i++) {
          int c = text.startsWith("\\u", i) ? unescape(text, i + 2) : text.charAt(i);
          if (c >= FIRST && c <= LAST) {
            used[c - FIRST] = true;
          }
        }
      }
    }
    return used;
  }

  private static int unescape(String text, int from) {
    int value = 0;
    for (int i = from; i < Math.min(from + 4, text.length()); i++) {
      value = value * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
    }
    return value;
  }

  /// Whether the end of the text so far lies inside a JSON string.
  private static final class Quotes {
    private boolean inside;
    private boolean escaped;

    void pass(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (escaped) {
          escaped = false;
        } else if (c == '"') {
          inside = !inside;
        } else {
          escaped = inside && c == '\\';
        }
      }
    }
  }
}
