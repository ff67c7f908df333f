package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Texts with holes: what string functions make of them.
final class PartialText {
  private PartialText() {}

  /// The text with each character changed on its own; holes become holes of the call's.
  ///
  /// @param name names what is done with a hole, given the hole's name
  static Text mapped(Text text, UnaryOperator<String> change, UnaryOperator<String> name) {
    var parts = new ArrayList<Part>();
    for (Part part : printed(text).flat()) {
      parts.add(
          switch (part) {
            case Part.Literal(var known, var origin) ->
                new Part.Literal(change.apply(known), origin);
            case Part.Hole(var reason, var origin, var s, _) ->
                new Part.Hole(new Reason(reason.kind(), name.apply(reason.what())), origin, s);
            case Part.Reference(var target, var attribute, _, var origin) ->
                new Part.Hole(
                    new Reason(Reason.Kind.APPLY, name.apply(target + "." + attribute)),
                    origin,
                    Sensitivity.PLAIN);
            case Part.Json(_, var origin) ->
                new Part.Hole(
                    new Reason(Reason.Kind.UNSUPPORTED, name.apply("jsonencode")),
                    origin,
                    Sensitivity.PLAIN);
          });
    }
    return Text.of(parts);
  }

  /// The text with the JSON documents in it written out, where that can be.
  static Text printed(Text text) {
    if (text.parts().stream().noneMatch(p -> p instanceof Part.Json)) {
      return text;
    }
    var parts = new ArrayList<Part>();
    for (Part part : text.parts()) {
      if (part instanceof Part.Json(var document, var origin)) {
        parts.addAll(JsonPrinting.print(document, origin).parts());
      } else {
        parts.add(part);
      }
    }
    return Text.of(parts);
  }

  /// The value as a piece of a longer string: what is unknown is a hole.
  static Text piece(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, _) -> piece(node, origin);
      case Value.Default<Node>(var node, var origin) -> piece(node, origin);
      case Value.Unknown<Node>(var reason, var origin, var s) ->
          Text.of(List.of(new Part.Hole(reason, origin, s)));
      case Value.Absent<Node>(var origin) -> invalid("null in a string", origin);
      case Value.OneOf<Node>(_, var origin) ->
          Text.hole(new Reason(Reason.Kind.BOUND, "value at " + origin.place()), origin);
    };
  }

  private static Text piece(Node node, Origin origin) {
    return Nodes.text(node, origin).orElseGet(() -> invalid("a collection in a string", origin));
  }

  private static Text invalid(String what, Origin origin) {
    return Text.hole(new Reason(Reason.Kind.INVALID, what), origin);
  }

  static Text join(List<Text> texts) {
    var parts = new ArrayList<Part>();
    texts.forEach(text -> parts.addAll(text.parts()));
    return Text.of(parts);
  }

  /// The first `length` characters, all of them known, cut from their parts.
  static Text cut(Text text, int from, int to) {
    var parts = new ArrayList<Part>();
    int at = 0;
    for (Part part : text.flat()) {
      if (at >= to || !(part instanceof Part.Literal(var known, var origin))) {
        break;
      }
      int start = Math.max(0, from - at);
      int end = Math.min(known.length(), to - at);
      if (start < end) {
        parts.add(
            new Part.Literal(
                known.substring(start, end), slice(origin, known.length(), start, end)));
      }
      at += known.length();
    }
    return Text.of(parts);
  }

  /// The place of a stretch of a literal.
  static Origin slice(Origin origin, int length, int from, int to) {
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

  /// How many characters are known in it, to keep results bounded.
  static long length(Text text) {
    long length = 0;
    for (Part part : text.parts()) {
      length += part instanceof Part.Literal(var known, _) ? known.length() : 1;
    }
    return length;
  }
}
