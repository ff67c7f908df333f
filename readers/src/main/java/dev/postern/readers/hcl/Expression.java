package dev.postern.readers.hcl;

import dev.postern.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An expression as it is written (HCL specification, "Expressions"). A tree is at most
/// [Depth#HEIGHT] nodes high, so that it may be walked by recursion.
public sealed interface Expression {
  Span span();

  /// The text, if this is a template that consists of nothing but text.
  default Optional<String> literal() {
    return Optional.empty();
  }

  /// The expressions directly inside, in the order in which they are written.
  default List<Expression> children() {
    return Depth.children(this);
  }

  /// A number literal; its size is bounded, a minus sign is a [Unary].
  record Numeral(BigDecimal value, Span span) implements Expression {}

  record Bool(boolean value, Span span) implements Expression {}

  record Null(Span span) implements Expression {}

  /// A string, a heredoc, a bare word as an object key, or the text of a template file.
  record Template(List<Part> parts, Style style, Span span) implements Expression {
    public Template {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<String> literal() {
      if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal only) {
        return Optional.of(only.text());
      }
      var text = new StringBuilder();
      for (Part part : parts) {
        if (!(part instanceof Part.Literal literal)) {
          return Optional.empty();
        }
        text.append(literal.text());
      }
      return Optional.of(text.toString());
    }

    /// The expression in `"${expression}"`: such a template is that value, of whatever type, and
    /// not a string (HCL specification, "Template interpolation unwrapping").
    public Optional<Expression> wrapped() {
      return parts.size() == 1 && parts.getFirst() instanceof Part.Interpolation only
          ? Optional.of(only.expression())
          : Optional.empty();
    }
  }

  /// How a template is written: `"..."`, `<<EOT`, `<<-EOT`, or without any sign.
  enum Style {
    QUOTED,
    HEREDOC,
    FLUSH_HEREDOC,
    BARE
  }

  /// A name that stands alone or at the root of a reference: `var` in `var.region`.
  record Variable(String name, Span span) implements Expression {}

  /// `source.name`.
  record Attr(Expression source, String name, Span span) implements Expression {}

  /// `source[key]`, also spelled `source.0`.
  record Index(Expression source, Expression key, Span span) implements Expression {}

  /// `source[*]` (full) or `source.*`: `each` is the expression for one element, with [Element] at
  /// its root and the accesses that follow the star around it.
  record Splat(Expression source, Expression each, boolean full, Span span) implements Expression {}

  /// The element at hand inside [Splat#each()]; its span is the star with its dot or brackets.
  record Element(Span span) implements Expression {}

  /// `name(arguments)`, where `name` may have a namespace (`provider::aws::arn_parse`); `expands`:
  /// the last argument is followed by `...`.
  record Call(String name, Span nameSpan, List<Expression> arguments, boolean expands, Span span)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Tuple(List<Expression> elements, Span span) implements Expression {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /// `{ key = value }`; a bare word as a key is a [Template] with that text, not a [Variable].
  record ObjectOf(List<Entry> entries, Span span) implements Expression {
    public ObjectOf {
      entries = List.copyOf(entries);
    }
  }

  /// One `key = value` of an [ObjectOf].
  record Entry(Expression key, Expression value, Span span) {}

  /// `[for key, value in collection : result if condition]`.
  record ForTuple(
      Optional<String> key,
      String value,
      Expression collection,
      Expression result,
      Optional<Expression> condition,
      Span span)
      implements Expression {}

  /// `{for key, value in collection : resultKey => result... if condition}`; `groups`: the `...` is
  /// there.
  record ForObject(
      Optional<String> key,
      String value,
      Expression collection,
      Expression resultKey,
      Expression result,
      boolean groups,
      Optional<Expression> condition,
      Span span)
      implements Expression {}

  /// `condition ? then : otherwise`.
  record Conditional(Expression condition, Expression then, Expression otherwise, Span span)
      implements Expression {}

  /// `-operand` or `!operand`.
  record Unary(Sign sign, Expression operand, Span span) implements Expression {}

  /// A unary operator.
  enum Sign {
    MINUS,
    NOT
  }

  record Binary(Operator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /// A binary operator; a stronger one binds tighter, equal ones group to the left.
  enum Operator {
    OR(1),
    AND(2),
    EQUAL(3),
    NOT_EQUAL(3),
    LESS(4),
    LESS_OR_EQUAL(4),
    GREATER(4),
    GREATER_OR_EQUAL(4),
    PLUS(5),
    MINUS(5),
    TIMES(6),
    DIVIDE(6),
    MODULO(6);

    private final int strength;

    Operator(int strength) {
      this.strength = strength;
    }

    int strength() {
      return strength;
    }
  }

  /// `(inner)`.
  record Parenthesised(Expression inner, Span span) implements Expression {}

  /// Text that could not be read as an expression; a problem says why. It is set, to nobody knows
  /// what.
  record Invalid(Span span) implements Expression {}
}
