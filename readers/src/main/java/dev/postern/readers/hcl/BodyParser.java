package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Block.Label;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads bodies: arguments and blocks (HCL specification, "Structural elements"). What is broken
/// costs its own argument or block, never its neighbours.
final class BodyParser {
  private final Cursor cursor;
  private final ExpressionParser expressions;

  /// Whether the body at hand goes on behind its `{`.
  private boolean oneLine;

  BodyParser(Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new ExpressionParser(cursor);
  }

  /// The body of a file.
  Body file() {
    List<Item> items = new ArrayList<>();
    while (cursor.peek() != Kind.END) {
      items.addAll(items());
      if (cursor.peek() == Kind.CLOSE_BRACE) {
        cursor.problems().add("this `}` closes nothing", cursor.take());
      }
    }
    reportTwice(items);
    return new Body(items, cursor.file().all());
  }

  /// Items up to the end of the file or a closing brace.
  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    while (true) {
      switch (cursor.peek()) {
        case END, CLOSE_BRACE -> {
          return items;
        }
        case NEWLINE -> cursor.take();
        case WORD -> item(items);
        case QUOTE -> skip("an argument name stands without quotes");
        default -> {
          int from = cursor.position();
          cursor.failExpecting("an argument or a block");
          cursor.resume(from);
        }
      }
    }
  }

  private void skip(String message) {
    int from = cursor.position();
    cursor.fail(message, cursor.span());
    cursor.resume(from);
  }

  private void item(List<Item> into) {
    int from = cursor.position();
    Span name = cursor.take();
    boolean isBlock =
        switch (cursor.peek()) {
          case QUOTE, WORD, OPEN_BRACE -> true;
          case NEWLINE -> cursor.peekSecond() == Kind.OPEN_BRACE;
          default -> false;
        };
    if (cursor.peek() == Kind.ASSIGN) {
      into.add(attribute(from, name));
    } else if (isBlock) {
      block(from, name, into);
    } else {
      cursor.fail("`" + name.text() + "` needs `=` and a value, or `{` and a body", name);
      cursor.resume(from);
    }
  }

  private Attribute attribute(int from, Span name) {
    int afterSign = cursor.take().end();
    Expression value = expressions.expression();
    if (!cursor.failed()) {
      endLine("a new line after the value");
    }
    if (expressions.sound(value)) {
      return new Attribute(name.text(), name, value, name.to(value.span()));
    }
    cursor.resume(from);
    Span all = trimmed(cursor.since(afterSign));
    return new Attribute(name.text(), name, new Expression.Invalid(all), name.to(all));
  }

  /// Without the white space at both ends.
  private static Span trimmed(Span span) {
    String text = span.file().text();
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return span.file().span(start, end);
  }

  /// What follows an argument or a block on its line. A comma or a brace is told, and costs
  /// nothing.
  private void endLine(String expected) {
    switch (cursor.peek()) {
      case NEWLINE, END -> {}
      case COMMA ->
          cursor.problems().add("arguments are separated by lines, not by `,`", cursor.take());
      case CLOSE_BRACE -> {
        if (!oneLine) {
          cursor.problems().add("expected " + expected + ", found `}`", cursor.span());
        }
      }
      default -> cursor.failExpecting(expected);
    }
  }

  private void block(int from, Span type, List<Item> into) {
    List<Label> labels = labels();
    Span header = cursor.since(type.start());
    openBrace();
    if (cursor.failed() || !cursor.enter()) {
      cursor.resume(from);
      return;
    }
    int start = cursor.since(type.start()).end();
    List<Item> items = cursor.peek() == Kind.NEWLINE ? lines() : line();
    reportTwice(items);
    int end = cursor.span().start();
    boolean closed = cursor.takeIf(Kind.CLOSE_BRACE);
    if (!closed) {
      Span brace = cursor.file().span(start - 1, start);
      cursor.problems().add("block `" + type.text() + "` is not closed", brace);
    }
    cursor.leave();
    var body = new Body(items, cursor.file().span(start, end));
    Span all = cursor.file().span(type.start(), closed ? end + 1 : end);
    into.add(new Block(type.text(), type, labels, body, header, all));
    afterBlock();
  }

  private void openBrace() {
    if (cursor.peek() == Kind.NEWLINE && cursor.peekSecond() == Kind.OPEN_BRACE) {
      cursor.take();
      cursor.problems().add("the `{` of a block stands on the line of its name", cursor.span());
    }
    cursor.expect(Kind.OPEN_BRACE);
  }

  private List<Item> lines() {
    boolean outer = oneLine;
    oneLine = false;
    List<Item> items = items();
    oneLine = outer;
    return items;
  }

  /// The body of a block that goes on behind its `{`: nothing, or one argument, and the `}` on the
  /// same line.
  private List<Item> line() {
    boolean outer = oneLine;
    int before = cursor.problems().count();
    oneLine = true;
    List<Item> items = new ArrayList<>();
    if (cursor.peek() == Kind.WORD) {
      item(items);
    }
    Kind next = cursor.peek();
    Span after = cursor.span();
    items.addAll(items());
    oneLine = outer;
    if (cursor.problems().count() > before) {
      return items;
    }
    if (!items.isEmpty() && items.getFirst() instanceof Block inner) {
      Span opening = inner.span().file().span(inner.span().start(), inner.body().span().start());
      cursor.problems().add("a block on one line holds one argument and nothing else", opening);
    } else if (next == Kind.NEWLINE) {
      cursor.problems().add("the `}` of a block on one line stands on that line", after);
    }
    return items;
  }

  private void afterBlock() {
    Kind next = cursor.peek();
    if (next == Kind.NEWLINE || next == Kind.END || (next == Kind.CLOSE_BRACE && oneLine)) {
      return;
    }
    int from = cursor.position();
    cursor.failExpecting("a new line after `}`");
    if (next == Kind.WORD || next == Kind.CLOSE_BRACE) {
      cursor.retry();
    } else {
      cursor.resume(from);
    }
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    while (true) {
      switch (cursor.peek()) {
        case WORD -> {
          Span word = cursor.take();
          labels.add(new Label(word.text(), word));
        }
        case QUOTE -> labels.add(expressions.templates().label());
        default -> {
          return labels;
        }
      }
    }
  }

  /// Terraform refuses an argument that is set twice in one body.
  private void reportTwice(List<Item> items) {
    Map<String, Attribute> first = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Attribute attribute) {
        Attribute earlier = first.putIfAbsent(attribute.name(), attribute);
        if (earlier != null) {
          String line = " is already set on line " + earlier.nameSpan().line();
          cursor.problems().add("`" + attribute.name() + "`" + line, attribute.nameSpan());
        }
      }
    }
  }
}
