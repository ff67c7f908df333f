package dev.postern.readers.yaml;

import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.TreeBuilder;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads YAML: a stream of documents with comments, aliases resolved and `<<` merged.
///
/// Tags are kept and mean nothing here, and no scalar is given a type: that is asked of [Scalar].
/// Where the text is broken, what stands before the break is returned (see [TreeBuilder]) together
/// with a problem at the break.
public final class Yaml {
  private final SourceFile file;
  private final CodePoints offsets;
  private final TreeBuilder builder;
  private final Anchors anchors;
  private final Comments comments;
  private final Deque<Opened> opened = new ArrayDeque<>();
  private int end;

  /// What the parser comes to next.
  private sealed interface Next {}

  private record Met(Event event) implements Next {}

  private record Broken(int at, String why) implements Next {}

  private record End() implements Next {}

  private record Opened(boolean isFlow, Optional<String> anchor, int sizeBefore) {}

  private Yaml(SourceFile file) {
    this.file = file;
    this.offsets = CodePoints.of(file.text());
    this.builder = new TreeBuilder(file);
    this.anchors = new Anchors(builder);
    this.comments = new Comments(file, builder);
  }

  public static Document parse(SourceFile file) {
    return new Yaml(file).read();
  }

  private Document read() {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    var reader = new StreamReader(settings, file.text());
    var events = new ParserImpl(settings, reader);
    int readTo = file.text().length();
    for (Next next = next(events, reader); !(next instanceof End); next = next(events, reader)) {
      if (next instanceof Broken(int at, String why)) {
        builder.problem(
            Problem.error("YAML cannot be read from here on: " + why, file.span(at, at + 1)));
        builder.breakOff(at);
        readTo = at;
        break;
      }
      if (next instanceof Met(var event)) {
        take(event);
      }
    }
    comments.upTo(readTo);
    return builder.document();
  }

  /// The parser throws its own exceptions for what it refuses, and others where it trips over the
  /// text itself, as over an escape that the end of the text cuts short.
  private Next next(ParserImpl events, StreamReader reader) {
    try {
      if (!events.hasNext()) {
        return new End();
      }
      Event event = events.next();
      return event instanceof CollectionStartEvent && builder.isFull()
          ? new Broken(offset(event.getStartMark()), TreeBuilder.TOO_DEEP)
          : new Met(event);
    } catch (MarkedYamlEngineException broken) {
      return new Broken(place(broken), Objects.requireNonNullElse(broken.getProblem(), "syntax"));
    } catch (ReaderException _) {
      return new Broken(unprintable(), "a character that YAML does not allow");
    } catch (RuntimeException _) {
      return new Broken(offsets.offset(reader.getIndex()), "syntax");
    }
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> anchors.clear();
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> close(event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
  }

  private void scalar(ScalarEvent event) {
    int start = offset(event.getStartMark());
    end = offset(event.getEndMark());
    comments.upTo(start);
    comments.skipScalar(start, end, event.isLiteral() || event.isFolded());
    if (event.isLiteral() || event.isFolded()) {
      end = withoutTrailingSpace(start, end);
    }
    var scalar =
        new Scalar(event.getValue(), style(event), tag(event.getTag()), file.span(start, end));
    anchors.count();
    event.getAnchor().ifPresent(name -> anchors.define(name.getValue(), scalar, 1));
    keyOrValue(scalar, scalar.span());
  }

  private void keyOrValue(Tree node, Span place) {
    if (!builder.expectsKey() || !(node instanceof Scalar scalar)) {
      builder.add(node);
      return;
    }
    builder.key(scalar.text(), place);
    if (Merge.isMerge(scalar.text(), place)) {
      builder.allowAgain(scalar.text());
    }
  }

  private void alias(AliasEvent event) {
    Span place = file.span(offset(event.getStartMark()), offset(event.getEndMark()));
    end = place.end();
    keyOrValue(anchors.resolve(event.getAlias().getValue(), place), place);
  }

  private void open(CollectionStartEvent event) {
    int start = offset(event.getStartMark());
    end = offset(event.getEndMark());
    opened.push(
        new Opened(event.isFlow(), event.getAnchor().map(a -> a.getValue()), anchors.size()));
    anchors.count();
    if (event.getEventId() == Event.ID.MappingStart) {
      builder.openMapping(tag(event.getTag()), start);
    } else {
      builder.openSequence(tag(event.getTag()), start);
    }
  }

  /// The parser ends a block where the next token begins; it ends for us with its last node.
  private void close(Event event) {
    Opened in = opened.pop();
    if (in.isFlow()) {
      end = offset(event.getEndMark());
    }
    Tree closed = builder.close(end);
    Tree node = closed instanceof Mapping mapping ? Merge.apply(mapping, builder) : closed;
    in.anchor().ifPresent(name -> anchors.define(name, node, anchors.size() - in.sizeBefore()));
    builder.add(node);
  }

  /// An error that shows only at the end of the text, such as a missing quote, is told where the
  /// broken thing begins.
  private int place(MarkedYamlEngineException broken) {
    int at = offset(broken.getProblemMark());
    return at == file.text().length() && broken.getContextMark().isPresent()
        ? offset(broken.getContextMark())
        : at;
  }

  private int unprintable() {
    String text = file.text();
    int i = 0;
    while (i < text.length() && StreamReader.isPrintable(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private int withoutTrailingSpace(int from, int to) {
    int last = to;
    while (last > from && Character.isWhitespace(file.text().charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(m -> offsets.offset(m.getIndex())).orElse(end);
  }

  private static Optional<String> tag(Optional<String> full) {
    String standard = "tag:yaml.org,2002:";
    return full.map(t -> t.startsWith(standard) ? "!!" + t.substring(standard.length()) : t);
  }

  private static Scalar.Style style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> Scalar.Style.PLAIN;
      case SINGLE_QUOTED -> Scalar.Style.SINGLE;
      case DOUBLE_QUOTED -> Scalar.Style.DOUBLE;
      case LITERAL -> Scalar.Style.LITERAL;
      case FOLDED -> Scalar.Style.FOLDED;
    };
  }
}
