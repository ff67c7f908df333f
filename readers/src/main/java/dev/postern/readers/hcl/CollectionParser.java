package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Expression.*;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands in `[]` and `{}` inside expressions: tuples, objects and both kinds of `for`
/// (HCL specification, "Collection values", "For expressions").
final class CollectionParser {
  private final Cursor cursor;
  private final ExpressionParser expressions;

  CollectionParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /// The variables of a `for` and what it runs over.
  record Head(Optional<String> key, String value, Expression collection) {}

  Expression tuple() {
    int open = cursor.take().start();
    boolean lines = cursor.countLines(false);
    Expression read = cursor.isWord("for") ? forTuple(open) : elements(open);
    cursor.countLines(lines);
    return read;
  }

  private Expression elements(int open) {
    List<Expression> elements = new ArrayList<>();
    while (!cursor.failed() && cursor.peek() != Kind.CLOSE_BRACKET) {
      elements.add(expressions.expression());
      if (!cursor.takeIf(Kind.COMMA)) {
        break;
      }
    }
    close(Kind.CLOSE_BRACKET, "`,` or `]`");
    return new Tuple(elements, cursor.since(open));
  }

  private void close(Kind closer, String expected) {
    if (!cursor.takeIf(closer)) {
      cursor.failExpecting(expected);
    }
  }

  Expression object() {
    int open = cursor.take().start();
    boolean lines = cursor.countLines(false);
    boolean isFor = cursor.isWord("for");
    cursor.countLines(!isFor);
    Expression read = isFor ? forObject(open) : entries(open);
    cursor.countLines(lines);
    return read;
  }

  private Expression entries(int open) {
    List<Entry> entries = new ArrayList<>();
    passLines();
    while (!cursor.failed() && cursor.peek() != Kind.CLOSE_BRACE) {
      entries.add(entry());
      if (!cursor.takeIf(Kind.COMMA) && cursor.peek() != Kind.NEWLINE) {
        break;
      }
      passLines();
    }
    close(Kind.CLOSE_BRACE, "`,`, a new line or `}`");
    return new ObjectOf(entries, cursor.since(open));
  }

  private void passLines() {
    while (cursor.takeIf(Kind.NEWLINE)) {}
  }

  private Entry entry() {
    Expression key = key(expressions.expression());
    if (!cursor.takeIf(Kind.COLON) && !cursor.takeIf(Kind.ASSIGN)) {
      cursor.failExpecting("`=` after the key");
    }
    Expression value = expressions.expression();
    return new Entry(key, value, key.span().to(value.span()));
  }

  /// A bare word is the text of the key, whatever it would mean elsewhere.
  private static Expression key(Expression written) {
    boolean isWord =
        written instanceof Variable || written instanceof Bool || written instanceof Null;
    return isWord ? TemplateParser.bare(written.span()) : written;
  }

  private Expression forTuple(int open) {
    Head head = head();
    Expression result = expressions.expression();
    if (cursor.peek() == Kind.ARROW || cursor.peek() == Kind.ELLIPSIS) {
      cursor.fail("a `for` in `[]` makes a tuple, which has neither `=>` nor `...`", cursor.span());
    }
    Optional<Expression> condition = condition();
    close(Kind.CLOSE_BRACKET, "`]`");
    return new ForTuple(
        head.key(), head.value(), head.collection(), result, condition, cursor.since(open));
  }

  private Expression forObject(int open) {
    Head head = head();
    Expression key = expressions.expression();
    cursor.expect(Kind.ARROW);
    Expression result = expressions.expression();
    boolean groups = cursor.takeIf(Kind.ELLIPSIS);
    Optional<Expression> condition = condition();
    close(Kind.CLOSE_BRACE, "`}`");
    return new ForObject(
        head.key(),
        head.value(),
        head.collection(),
        key,
        result,
        groups,
        condition,
        cursor.since(open));
  }

  private Head head() {
    cursor.take();
    Head head = variables();
    cursor.expect(Kind.COLON);
    return head;
  }

  /// `key, value in collection` or `value in collection`.
  Head variables() {
    String first = name();
    Optional<String> key = Optional.empty();
    String value = first;
    if (cursor.takeIf(Kind.COMMA)) {
      key = Optional.of(first);
      value = name();
    }
    if (cursor.isWord("in")) {
      cursor.take();
    } else {
      cursor.failExpecting("`in`");
    }
    return new Head(key, value, expressions.expression());
  }

  private String name() {
    Span span = cursor.span();
    cursor.expect(Kind.WORD);
    return span.text();
  }

  private Optional<Expression> condition() {
    if (!cursor.isWord("if")) {
      return Optional.empty();
    }
    cursor.take();
    return Optional.of(expressions.expression());
  }
}
