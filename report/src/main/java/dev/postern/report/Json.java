package dev.postern.report;

import dev.postern.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON in ASCII, so that neither a terminal nor a wrong encoding changes what it says.
final class Json {
  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// Writes one document and a line end to `target`.
  static void write(Appendable target, Consumer<Json> document) throws IOException {
    var factory = JsonFactory.builder().highestNonEscapedChar(127).build();
    try (var out = factory.createGenerator(ObjectWriteContext.empty(), writer(target))) {
      document.accept(new Json(out));
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    target.append('\n');
  }

  private static Writer writer(Appendable target) {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        target.append(CharBuffer.wrap(text, from, length));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  Json object(Runnable members) {
    out.writeStartObject();
    members.run();
    out.writeEndObject();
    return this;
  }

  Json object(String name, Runnable members) {
    out.writeName(name);
    return object(members);
  }

  <T> Json array(String name, Iterable<? extends T> elements, Consumer<? super T> element) {
    out.writeArrayPropertyStart(name);
    elements.forEach(element);
    out.writeEndArray();
    return this;
  }

  /// An array that is the whole document.
  <T> Json list(Iterable<? extends T> elements, Consumer<? super T> element) {
    out.writeStartArray();
    elements.forEach(element);
    out.writeEndArray();
    return this;
  }

  /// An array of one element.
  Json only(String name, Runnable element) {
    return array(name, List.of(element), Runnable::run);
  }

  Json text(String name, String value) {
    out.writeStringProperty(name, Escape.wellFormed(value));
    return this;
  }

  /// The text, or null.
  Json text(String name, Optional<String> value) {
    return value.map(v -> text(name, v)).orElseGet(() -> none(name));
  }

  Json texts(String name, Iterable<String> values) {
    return array(name, values, value -> out.writeString(Escape.wellFormed(value)));
  }

  Json number(String name, int value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json flag(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  Json none(String name) {
    out.writeNullProperty(name);
    return this;
  }

  /// `{"path", "line", "column", "endLine", "endColumn"}`, lines and columns from 1.
  Json location(String name, Span span) {
    return object(
        name,
        () ->
            text("path", span.file().path())
                .number("line", span.line())
                .number("column", span.column())
                .number("endLine", span.endLine())
                .number("endColumn", span.endColumn()));
  }
}
