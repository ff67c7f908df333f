package dev.postern.readers.json;

import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Scalar.Style;
import dev.postern.readers.tree.TreeBuilder;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON (ECMA-404, which is what CloudFormation and IAM take). Comments, trailing commas and
/// control characters inside strings are read with a warning. Where the text is broken, what stands
/// before the break is returned (see [TreeBuilder]) together with a problem at the break.
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final SourceFile file;
  private final TreeBuilder builder;
  private final Gaps gaps;
  private int roots;

  private Json(SourceFile file) {
    this.file = file;
    this.builder = new TreeBuilder(file);
    this.gaps = new Gaps(file, builder);
  }

  public static Document parse(SourceFile file) {
    return new Json(file).read();
  }

  private Document read() {
    String text = file.text();
    char[] source = text.toCharArray();
    if (text.startsWith("\uFEFF")) {
      source[0] = ' ';
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source)) {
      for (JsonToken token = next(parser); token != null; token = next(parser)) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (builder.isFull() && token.isStructStart()) {
          breakOff(start, "JSON cannot be read from here on: " + TreeBuilder.TOO_DEEP);
          return builder.document();
        }
        take(token, parser, start);
      }
      gaps.upTo(text.length(), false);
      if (roots == 0) {
        builder.problem(Problem.error("there is no JSON here", file.span(0, 0)));
      }
    } catch (JacksonException broken) {
      breakOff(broken);
    }
    return builder.document();
  }

  private static @Nullable JsonToken next(JsonParser parser) {
    return parser.nextToken();
  }

  private void take(JsonToken token, JsonParser parser, int start) {
    boolean closes = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
    gaps.upTo(start, closes);
    if (builder.depth() == 0 && ++roots == 2) {
      builder.problem(
          Problem.warning(
              "JSON holds one value; this is a second one", file.span(start, start + 1)));
    }
    switch (token) {
      case START_OBJECT -> builder.openMapping(Optional.empty(), start);
      case START_ARRAY -> builder.openSequence(Optional.empty(), start);
      case END_OBJECT, END_ARRAY -> builder.add(builder.close(start + 1));
      case PROPERTY_NAME -> {
        String key = parser.getString();
        builder.key(key, string(start));
      }
      case VALUE_STRING -> {
        String value = parser.getString();
        add(value, Style.JSON_STRING, string(start));
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> literal(parser, Style.JSON_NUMBER, start);
      case VALUE_TRUE, VALUE_FALSE -> literal(parser, Style.JSON_BOOLEAN, start);
      case VALUE_NULL -> literal(parser, Style.JSON_NULL, start);
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("not a token of a text: " + token);
    }
    gaps.passed(start + 1);
  }

  private void literal(JsonParser parser, Style style, int start) {
    String text = parser.getString();
    add(text, style, file.span(start, start + text.length()));
  }

  private void add(String text, Style style, Span span) {
    builder.add(new Scalar(text, style, Optional.empty(), span));
    gaps.passed(span.end());
  }

  /// The string that begins at `start` and that the parser has found complete.
  private Span string(int start) {
    String text = file.text();
    int i = start + 1;
    boolean control = false;
    while (i < text.length() && text.charAt(i) != '"') {
      control |= text.charAt(i) < ' ';
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    Span span = file.span(start, i + 1);
    if (control) {
      builder.problem(Problem.warning("a line break or control character in a JSON string", span));
    }
    gaps.passed(span.end());
    return span;
  }

  private void breakOff(JacksonException broken) {
    int length = file.text().length();
    int at = Math.clamp(broken.getLocation().getCharOffset(), 0, length);
    breakOff(
        at,
        at >= length
            ? "JSON ends here and is not complete"
            : "JSON cannot be read from here on: unexpected `" + file.text().charAt(at) + "`");
  }

  private void breakOff(int at, String why) {
    builder.problem(Problem.error(why, file.span(at, at + 1)));
    builder.breakOff(at);
  }
}
