package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Expression.*;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a tree in one line, every operation in brackets, so that a test can say what it expects.
final class Shown {
  private Shown() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Numeral(var value, _) -> value.toPlainString();
      case Bool(var value, _) -> String.valueOf(value);
      case Null _ -> "null";
      case Template template ->
          template
              .literal()
              .map(Shown::quote)
              .orElseGet(() -> "t[" + parts(template.parts()) + "]");
      case Variable(var name, _) -> name;
      case Element _ -> "@";
      case Attr(var source, var name, _) -> of(source) + "." + name;
      case Index(var source, var key, _) -> of(source) + "[" + of(key) + "]";
      case Splat(var source, var each, var full, _) ->
          "(" + of(source) + (full ? " [*] " : " .* ") + of(each) + ")";
      case Call(var name, _, var arguments, var expands, _) ->
          name + "(" + list(arguments) + (expands ? "..." : "") + ")";
      case Tuple(var elements, _) -> "[" + list(elements) + "]";
      case ObjectOf(var entries, _) ->
          entries.stream()
              .map(e -> of(e.key()) + "=" + of(e.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case ForTuple(var key, var value, var in, var result, var when, _) ->
          "[for " + names(key, value) + " in " + of(in) + ": " + of(result) + when(when) + "]";
      case ForObject(var key, var value, var in, var name, var result, var groups, var when, _) ->
          "{for %s in %s: %s => %s%s%s}"
              .formatted(
                  names(key, value), of(in), of(name), of(result), groups ? "..." : "", when(when));
      case Conditional(var condition, var then, var otherwise, _) ->
          "(" + of(condition) + " ? " + of(then) + " : " + of(otherwise) + ")";
      case Unary(var sign, var operand, _) -> "(" + sign + " " + of(operand) + ")";
      case Binary(var operator, var left, var right, _) ->
          "(" + of(left) + " " + operator + " " + of(right) + ")";
      case Parenthesised(var inner, _) -> "<" + of(inner) + ">";
      case Invalid _ -> "?!";
    };
  }

  private static String parts(List<Part> parts) {
    return parts.stream().map(Shown::part).collect(Collectors.joining(" "));
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Literal(var text, _) -> quote(text);
      case Part.Interpolation(var expression, _) -> of(expression);
      case Part.If(var condition, var then, var otherwise, _) ->
          "if(" + of(condition) + " | " + parts(then) + " | " + parts(otherwise) + ")";
      case Part.For(var key, var value, var in, var parts, _) ->
          "for(" + names(key, value) + " in " + of(in) + " | " + parts(parts) + ")";
    };
  }

  private static String quote(String text) {
    return "'" + text.replace("\r", "\\r").replace("\n", "\\n") + "'";
  }

  private static String names(Optional<String> key, String value) {
    return key.map(k -> k + ", ").orElse("") + value;
  }

  private static String when(Optional<Expression> condition) {
    return condition.map(c -> " if " + of(c)).orElse("");
  }

  private static String list(List<Expression> all) {
    return all.stream().map(Shown::of).collect(Collectors.joining(", "));
  }
}
