package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Expression.*;
import dev.postern.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads expressions (HCL specification, "Expressions" and "Operations"): operators by precedence
/// climbing, accesses by a loop, everything in brackets by [CollectionParser], strings by
/// [TemplateParser].
///
/// INVARIANT: after a failure every method still answers some expression, which nobody uses.
final class ExpressionParser {
  private static final int MOST_DIGITS = 1000;

  private final Cursor cursor;
  private final CollectionParser collections;
  private final TemplateParser templates;

  /// Links of chains read since the last [#sound(Expression)].
  private int links;

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
    this.collections = new CollectionParser(cursor, this);
    this.templates = new TemplateParser(cursor, this);
  }

  TemplateParser templates() {
    return templates;
  }

  CollectionParser collections() {
    return collections;
  }

  /// The only expression of a file.
  Expression alone() {
    cursor.countLines(false);
    Expression read = expression();
    if (cursor.peek() != Kind.END) {
      cursor.failExpecting("the end of the expression");
    }
    return read;
  }

  /// Whether `read`, a whole expression just read, may be used: it was read without failure and its
  /// tree is not too high.
  boolean sound(Expression read) {
    boolean high = links > Depth.LEVELS && !Depth.isBounded(read);
    links = 0;
    if (high) {
      cursor.fail("an expression of more than " + Depth.HEIGHT + " steps", read.span());
    }
    return !cursor.failed();
  }

  Expression expression() {
    if (!cursor.enter()) {
      return invalid();
    }
    Expression condition = binary(1);
    if (cursor.takeIf(Kind.QUESTION)) {
      Expression then = expression();
      cursor.expect(Kind.COLON);
      Expression otherwise = expression();
      Span span = condition.span().to(otherwise.span());
      condition = new Conditional(condition, then, otherwise, span);
    }
    cursor.leave();
    return condition;
  }

  private Expression invalid() {
    return new Invalid(cursor.span());
  }

  private Expression binary(int weakest) {
    Expression left = unary();
    while (isOperator(cursor.peek())) {
      Operator operator = operator(cursor.peek());
      if (operator.strength() < weakest) {
        break;
      }
      cursor.take();
      Expression right = binary(operator.strength() + 1);
      left = new Binary(operator, left, right, left.span().to(right.span()));
      links++;
    }
    return left;
  }

  private static boolean isOperator(Kind kind) {
    return kind.compareTo(Kind.EQUAL) >= 0 && kind.compareTo(Kind.PERCENT) <= 0 && kind != Kind.NOT;
  }

  private static Operator operator(Kind kind) {
    return switch (kind) {
      case OR -> Operator.OR;
      case AND -> Operator.AND;
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case LESS -> Operator.LESS;
      case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      case GREATER -> Operator.GREATER;
      case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case PLUS -> Operator.PLUS;
      case MINUS -> Operator.MINUS;
      case STAR -> Operator.TIMES;
      case SLASH -> Operator.DIVIDE;
      case PERCENT -> Operator.MODULO;
      default -> throw new IllegalStateException("no operator: " + kind);
    };
  }

  /// A sign binds tighter than every binary operator, and looser than an access.
  private Expression unary() {
    Kind kind = cursor.peek();
    if (kind != Kind.MINUS && kind != Kind.NOT) {
      return accesses(term(kind));
    }
    if (!cursor.enter()) {
      return invalid();
    }
    Span sign = cursor.take();
    Expression operand = unary();
    cursor.leave();
    return new Unary(kind == Kind.NOT ? Sign.NOT : Sign.MINUS, operand, sign.to(operand.span()));
  }

  /// `source` with every `.name`, `.0`, `.*`, `[key]` and `[*]` that follows it.
  private Expression accesses(Expression source) {
    Expression reached = source;
    while (true) {
      Kind kind = cursor.peek();
      if (kind == Kind.DOT) {
        int dot = cursor.take().start();
        reached = cursor.peek() == Kind.STAR ? attributeSplat(reached, dot) : dotted(reached);
      } else if (kind == Kind.OPEN_BRACKET) {
        reached = bracketed(reached);
      } else {
        return reached;
      }
      links++;
    }
  }

  /// The name or number after a dot.
  private Expression dotted(Expression source) {
    if (cursor.peek() == Kind.WORD) {
      Span name = cursor.take();
      return new Attr(source, name.text(), source.span().to(name));
    }
    if (cursor.peek() == Kind.NUMBER) {
      if (cursor.span().text().indexOf('.') >= 0) {
        cursor.fail("two indexes in a row stand in brackets, as in `[0][1]`", cursor.span());
      }
      Expression key = number();
      return new Index(source, key, source.span().to(key.span()));
    }
    cursor.failExpecting("a name after `.`");
    return source;
  }

  /// `.*`: only names and numbers after dots belong to each element.
  private Expression attributeSplat(Expression source, int dot) {
    cursor.take();
    Expression each = new Element(cursor.since(dot));
    while (cursor.peek() == Kind.DOT) {
      cursor.take();
      each = dotted(each);
      links++;
    }
    return new Splat(source, each, false, source.span().to(each.span()));
  }

  private Expression bracketed(Expression source) {
    int open = cursor.take().start();
    if (cursor.peek() == Kind.STAR) {
      cursor.take();
      cursor.expect(Kind.CLOSE_BRACKET);
      if (!cursor.enter()) {
        return source;
      }
      Expression each = accesses(new Element(cursor.since(open)));
      cursor.leave();
      return new Splat(source, each, true, source.span().to(each.span()));
    }
    boolean lines = cursor.countLines(false);
    Expression key = expression();
    cursor.expect(Kind.CLOSE_BRACKET);
    cursor.countLines(lines);
    return new Index(source, key, cursor.since(source.span().start()));
  }

  private Expression term(Kind kind) {
    return switch (kind) {
      case NUMBER -> number();
      case WORD -> word();
      case QUOTE -> templates.quoted();
      case HEREDOC -> templates.heredoc();
      case OPEN_PAREN -> parenthesised();
      case OPEN_BRACKET -> collections.tuple();
      case OPEN_BRACE -> collections.object();
      default -> {
        cursor.failExpecting("a value");
        yield invalid();
      }
    };
  }

  private Expression number() {
    Span span = cursor.take();
    try {
      if (span.length() <= MOST_DIGITS) {
        var value = new BigDecimal(span.text());
        if (Math.abs((long) value.scale()) <= MOST_DIGITS) {
          return new Numeral(value, span);
        }
      }
      cursor.fail("a number of more than " + MOST_DIGITS + " digits", span);
    } catch (NumberFormatException _) {
      cursor.fail("this is not a number", span);
    }
    return invalid();
  }

  private Expression word() {
    Span span = cursor.take();
    Kind next = cursor.peek();
    if (next == Kind.OPEN_PAREN || next == Kind.DOUBLE_COLON) {
      return call(span);
    }
    String name = span.text();
    return switch (name) {
      case "true" -> new Bool(true, span);
      case "false" -> new Bool(false, span);
      case "null" -> new Null(span);
      default -> new Variable(name, span);
    };
  }

  private Expression call(Span first) {
    var name = new StringBuilder(first.text());
    while (cursor.takeIf(Kind.DOUBLE_COLON)) {
      name.append("::").append(cursor.span().text());
      cursor.expect(Kind.WORD);
    }
    Span nameSpan = cursor.since(first.start());
    cursor.expect(Kind.OPEN_PAREN);
    boolean lines = cursor.countLines(false);
    List<Expression> arguments = new ArrayList<>();
    boolean expands = false;
    while (!expands && !cursor.failed() && cursor.peek() != Kind.CLOSE_PAREN) {
      arguments.add(expression());
      expands = cursor.takeIf(Kind.ELLIPSIS);
      if (expands || !cursor.takeIf(Kind.COMMA)) {
        break;
      }
    }
    if (cursor.peek() != Kind.CLOSE_PAREN) {
      cursor.failExpecting(expands ? "`)` after `...`" : "`,` or `)`");
    }
    cursor.take();
    cursor.countLines(lines);
    return new Call(name.toString(), nameSpan, arguments, expands, cursor.since(first.start()));
  }

  private Expression parenthesised() {
    int open = cursor.take().start();
    boolean lines = cursor.countLines(false);
    Expression inner = expression();
    cursor.expect(Kind.CLOSE_PAREN);
    cursor.countLines(lines);
    return new Parenthesised(inner, cursor.since(open));
  }
}
