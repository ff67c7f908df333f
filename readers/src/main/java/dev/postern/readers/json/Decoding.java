package dev.postern.readers.json;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Places;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes of a text that holds JSON the value that the JSON says: a policy document that is written
/// as a string. What the text does not know is not known in the value, and references stay
/// references. As deep as the JSON, whose depth is bounded.
public final class Decoding {
  private final JsonText<Part> json;

  private Decoding(JsonText<Part> json) {
    this.json = json;
  }

  /// The value of the JSON in `text`, which is used at `at`; unknown where there is no JSON in it.
  ///
  /// @param problems is told what is wrong with the JSON
  public static Value<Node> json(Text text, Span at, Consumer<Problem> problems) {
    if (text.parts().size() == 1) {
      switch (text.parts().getFirst()) {
        case Part.Json(var document, _) -> {
          return document;
        }
        case Part.Hole _, Part.Reference _ -> {
          return unknown(text, at);
        }
        case Part.Literal _ -> {}
      }
    }
    return value(JsonText.parse(pieces(text)), text, at, problems);
  }

  /// The same of YAML, which `parser` reads.
  public static Value<Node> yaml(
      Text text, Span at, Function<SourceFile, Document> parser, Consumer<Problem> problems) {
    return value(JsonText.parse(pieces(text), parser, false), text, at, problems);
  }

  private static List<Piece<Part>> pieces(Text text) {
    return text.parts().stream().map(Decoding::piece).toList();
  }

  private static Value<Node> value(
      JsonText<Part> json, Text text, Span at, Consumer<Problem> problems) {
    json.problems().forEach(problems);
    Optional<Tree> root = json.root();
    return root.isPresent() ? new Decoding(json).value(root.get()) : unknown(text, at);
  }

  private static Value<Node> unknown(Text text, Span at) {
    Reason notJson = new Reason(Reason.Kind.INVALID, "JSON");
    return Value.unknown(text.unknown().orElse(notJson), Origin.written(at));
  }

  private static Piece<Part> piece(Part part) {
    return part instanceof Part.Literal(var text, var origin)
        ? new Piece.Literal<>(text, origin.source())
        : new Piece.Hole<>(part, part.origin().place());
  }

  private Value<Node> value(Tree tree) {
    Origin origin = Origin.written(tree.span());
    return switch (tree) {
      case Mapping mapping -> Value.known(fields(mapping), origin);
      case Sequence(var items, _, _) ->
          Value.known(Node.Items.of(items.stream().map(this::value).toList()), origin);
      case Scalar scalar ->
          json.hole(tree).map(Decoding::whole).orElseGet(() -> scalar(scalar, origin));
      case Unreadable _ -> Value.unknown(new Reason(Reason.Kind.INVALID, "JSON"), origin);
    };
  }

  private Node fields(Mapping mapping) {
    var fields = new LinkedHashMap<String, Value<Node>>();
    for (Entry entry : mapping.entries()) {
      String key = text(entry.key(), entry.keySpan()).toString();
      fields.put(key, value(entry.value()));
    }
    return Node.Fields.of(fields);
  }

  private static Value<Node> whole(Piece.Hole<Part> hole) {
    return switch (hole.value()) {
      case Part.Json(var document, _) -> document;
      case Part.Hole(var reason, var origin, var sensitivity, _) ->
          new Value.Unknown<>(reason, origin, sensitivity);
      case Part.Literal _, Part.Reference _ ->
          Value.known(Text.of(List.of(hole.value())), hole.value().origin());
    };
  }

  private Value<Node> scalar(Scalar scalar, Origin origin) {
    if (scalar.isNull()) {
      return Value.absent(origin);
    }
    Node node =
        scalar
            .asBoolean()
            .<Node>map(Node.Bool::new)
            .or(() -> scalar.asNumber().map(Node.Num::new))
            .orElseGet(() -> text(scalar));
    return Value.known(node, origin);
  }

  private Text text(Scalar scalar) {
    List<Piece<Part>> pieces = json.split(scalar.text(), scalar.span());
    boolean isLiteral = pieces.stream().allMatch(Piece.Literal.class::isInstance);
    if (!isLiteral) {
      return text(scalar.text(), scalar.span());
    }
    List<Places.Stretch> stretches = scalar.places().stretches(0, scalar.text().length());
    return Text.of(
        stretches.stream()
            .<Part>map(s -> new Part.Literal(s.text(), Origin.written(s.span())))
            .toList());
  }

  private Text text(String text, Span at) {
    var parts = new ArrayList<Part>();
    for (Piece<Part> piece : json.split(text, at)) {
      parts.add(
          switch (piece) {
            case Piece.Literal<Part>(var literal, var span) ->
                new Part.Literal(literal, Origin.written(span));
            case Piece.Hole<Part>(var part, _) -> part;
          });
    }
    return Text.of(parts);
  }
}
