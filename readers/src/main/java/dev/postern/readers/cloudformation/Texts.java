package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.readers.tree.Places;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts made of scalars and of other texts, each character with the place it was written at.
final class Texts {
  private Texts() {}

  /// The text of a scalar, whatever its type would be.
  static Text of(Scalar scalar) {
    return of(scalar.places(), 0, scalar.text().length());
  }

  /// The characters from `from` to `to` of the scalar that `places` belongs to.
  static Text of(Places places, int from, int to) {
    return Text.of(
        places.stretches(from, to).stream()
            .<Part>map(s -> new Part.Literal(s.text(), Origin.written(s.span())))
            .toList());
  }

  /// What a scalar says as a string: booleans and numbers in their canonical form, since
  /// CloudFormation turns YAML into JSON before it makes strings of them.
  static Text canonical(Scalar scalar) {
    Origin origin = Origin.written(scalar.span());
    return scalar
        .asBoolean()
        .map(known -> Text.of(known.toString(), origin))
        .or(() -> scalar.asNumber().map(known -> Text.of(new Node.Num(known).toString(), origin)))
        .orElseGet(() -> of(scalar));
  }

  /// A value that differs in no world, as part of a longer string; nothing where it is no string.
  static Optional<Text> part(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, _) -> string(node, origin);
      case Value.Default<Node>(var node, var origin) -> string(node, origin);
      case Value.Absent<Node> _ -> Optional.of(Text.of(List.of()));
      case Value.Unknown<Node>(var reason, var origin, var sensitivity) ->
          Optional.of(Text.of(List.of(new Part.Hole(reason, origin, sensitivity))));
      case Value.OneOf<Node> _ -> Optional.empty();
    };
  }

  private static Optional<Text> string(Node node, Origin origin) {
    return switch (node) {
      case Text text -> Optional.of(text);
      case Node.Num num -> Optional.of(Text.of(num.toString(), origin));
      case Node.Bool bool -> Optional.of(Text.of(bool.toString(), origin));
      case Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }

  static Text join(List<Text> texts) {
    var parts = new ArrayList<Part>();
    texts.forEach(text -> parts.addAll(text.parts()));
    return Text.of(parts);
  }

  /// The value as it is seen where `name` is used: its texts too say that they came this way.
  static Value<Node> through(Value<Node> value, Span use, String name) {
    return value
        .map(node -> node instanceof Text text ? through(text, use, name) : node)
        .through(use, name);
  }

  static Text through(Text text, Span use, String name) {
    return Text.of(text.parts().stream().map(part -> through(part, use, name)).toList());
  }

  private static Part through(Part part, Span use, String name) {
    return switch (part) {
      case Part.Literal(var text, var origin) ->
          new Part.Literal(text, new Origin.Through(use, name, origin));
      case Part.Hole(var reason, var origin, var sensitivity, var form) ->
          new Part.Hole(reason, new Origin.Through(use, name, origin), sensitivity, form);
      case Part.Reference(var target, var attribute, var value, var origin) ->
          new Part.Reference(target, attribute, value, new Origin.Through(use, name, origin));
      case Part.Json(var document, var origin) ->
          new Part.Json(document, new Origin.Through(use, name, origin));
    };
  }

  /// The characters from `from` to `to` of a literal part.
  static Part slice(Part.Literal part, int from, int to) {
    Origin origin = slice(part.origin(), part.text().length(), from, to);
    return new Part.Literal(part.text().substring(from, to), origin);
  }

  private static Origin slice(Origin origin, int length, int from, int to) {
    return switch (origin) {
      case Origin.Written(var span) ->
          span.length() == length
              ? Origin.written(span.file().span(span.start() + from, span.start() + to))
              : origin;
      case Origin.Through(var use, var name, var source) ->
          new Origin.Through(use, name, slice(source, length, from, to));
      case Origin.AwsDefault _ -> origin;
    };
  }

  /// The text with the loop variables in it replaced: `${Id}`, and `&{Id}` for their letters and
  /// digits alone.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
  static Text substitute(Text text, Scope scope) {
    if (scope.loops().isEmpty()) {
      return text;
    }
    var parts = new ArrayList<Part>();
    for (Part part : text.parts()) {
      if (part instanceof Part.Literal literal) {
        substitute(literal, scope, parts);
      } else {
        parts.add(part);
      }
    }
    return Text.of(parts);
  }

  private static void substitute(Part.Literal literal, Scope scope, List<Part> parts) {
    String text = literal.text();
    int done = 0;
    for (int open = text.indexOf('{'); open > 0; open = text.indexOf('{', open + 1)) {
      int close = text.indexOf('}', open);
      char mark = text.charAt(open - 1);
      if (close < 0 || open - 1 < done || (mark != '$' && mark != '&')) {
        continue;
      }
      Text value = scope.loops().get(text.substring(open + 1, close));
      if (value != null) {
        parts.add(slice(literal, done, open - 1));
        parts.addAll((mark == '$' ? value : lettersAndDigits(value)).parts());
        done = close + 1;
      }
    }
    parts.add(done == 0 ? literal : slice(literal, done, text.length()));
  }

  private static Text lettersAndDigits(Text value) {
    return Text.of(
        value.parts().stream()
            .map(part ->
                part instanceof Part.Literal(var text, var origin)
                    ? new Part.Literal(text.replaceAll("[^A-Za-z0-9]", ""), origin)
                    : part)
            .toList());
  }
}
