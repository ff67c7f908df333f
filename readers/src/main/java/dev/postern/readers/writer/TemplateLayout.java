package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Edit;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where new entries and elements go in a template, and how they are laid out.
record TemplateLayout(SourceFile file, boolean json) {

  /// The edit that adds entries to a map or elements to a list that is there; empty where the text
  /// after its last part cannot be told from that part.
  Optional<Edit> insert(Tree into, Map<String, Node> entries, List<Node> items) {
    return switch (into) {
      case Mapping map -> {
        Optional<Entry> last =
            map.entries().isEmpty() ? Optional.empty() : Optional.of(map.entries().getLast());
        yield insert(
            map,
            last.map(e -> new Part(e.keySpan(), e.value())),
            TemplateLiterals.fields(entries),
            quote(map));
      }
      case Sequence list ->
          insert(
              list,
              list.items().stream()
                  .reduce((_, last) -> last)
                  .map(item -> new Part(item.span(), item)),
              TemplateLiterals.items(items),
              quote(list));
      case Scalar _, Tree.Unreadable _ -> Optional.empty();
    };
  }

  /// The last entry or element.
  private record Part(Span start, Tree value) {}

  private Optional<Edit> insert(Tree into, Optional<Part> last, Node added, char quote) {
    int end = last.map(part -> end(part)).orElse(into.span().start() + 1);
    boolean away = last.filter(p -> p.value().span().start() < p.start().start()).isPresent();
    boolean outside = last.filter(p -> p.value().span().end() > into.span().end() + 1).isPresent();
    if (away || outside || last.filter(p -> keepsBreaks(p.value())).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        isFlow(into) ? flow(into, last, end, added, quote) : block(into, end, added, quote));
  }

  private Edit flow(Tree into, Optional<Part> last, int end, Node added, char quote) {
    var literals = new TemplateLiterals(json, quote);
    boolean lines = last.filter(p -> p.start().line() > into.span().line()).isPresent();
    String indent = last.map(p -> margin(p.start().start())).orElse("");
    String separator = lines ? ",\n" + indent : ", ";
    String text =
        parts(
                added,
                lines && json ? node -> literals.after(node, indent).strip() : literals::flow,
                literals)
            .collect(Collectors.joining(separator));
    int comma = end;
    while (comma < file.text().length() && Character.isWhitespace(file.text().charAt(comma))) {
      comma++;
    }
    boolean followed = last.isPresent() && file.text().startsWith(",", comma);
    int at = followed ? comma + 1 : end;
    String before = last.isEmpty() ? "" : followed ? separator.substring(1) : separator;
    return edit(at, at, before + text);
  }

  private static Stream<String> parts(
      Node added, Function<Node, String> print, TemplateLiterals literals) {
    return added instanceof Node.Fields(var entries, _)
        ? entries.entrySet().stream()
            .map(e ->
                literals.key(e.getKey()) + ": " + print.apply(e.getValue().sole().orElseThrow()))
        : ((Node.Items) added).values().stream().map(i -> print.apply(i.sole().orElseThrow()));
  }

  private Edit block(Tree into, int end, Node added, char quote) {
    String indent = " ".repeat(file.column(into.span().start()) - 1);
    int line = file.lineSpan(file.line(end)).end();
    return edit(
        line, line, "\n" + indent + new TemplateLiterals(false, quote).block(added, indent));
  }

  /// The edit that gives a key without a value this one.
  Edit fill(Mapping map, Entry entry, Node value) {
    var literals = new TemplateLiterals(json, quote(map));
    Span there = entry.value().span();
    int colon = file.text().indexOf(':', entry.keySpan().end()) + 1;
    String indent = " ".repeat(file.column(entry.keySpan().start()) - 1);
    boolean said = there.length() > 0;
    String text = isFlow(map) || said ? " " + literals.flow(value) : literals.after(value, indent);
    return edit(colon, said ? there.end() : colon, text);
  }

  /// The edit that puts a value in the place of another.
  Edit replace(Tree there, Node value) {
    var literals = new TemplateLiterals(json, quote(there));
    Span at = there.span();
    boolean block = there instanceof Sequence && !isFlow(there) && value instanceof Node.Items;
    int end = end(new Part(file.span(at.start(), at.start()), there));
    String indent = " ".repeat(file.column(at.start()) - 1);
    return edit(at.start(), end, block ? literals.block(value, indent) : literals.flow(value));
  }

  private Edit edit(int start, int end, String text) {
    int first = file.text().indexOf('\n');
    boolean windows = first > 0 && file.text().charAt(first - 1) == '\r';
    return new Edit(file.span(start, end), windows ? text.replace("\n", "\r\n") : text);
  }

  private boolean isFlow(Tree tree) {
    return "{[".indexOf(file.text().charAt(tree.span().start())) >= 0;
  }

  private int end(Part part) {
    int end = part.value().span().end();
    while (end > part.start().end() && Character.isWhitespace(file.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private String margin(int at) {
    int start = file.lineStart(file.line(at));
    int end = start;
    while (end < at && Character.isWhitespace(file.text().charAt(end))) {
      end++;
    }
    return file.text().substring(start, end);
  }

  /// Whether the line ends after a text belong to it.
  private static boolean keepsBreaks(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> scalar.text().endsWith("\n\n");
      case Mapping map -> !map.entries().isEmpty() && keepsBreaks(map.entries().getLast().value());
      case Sequence list -> !list.items().isEmpty() && keepsBreaks(list.items().getLast());
      case Tree.Unreadable _ -> true;
    };
  }

  /// How strings are quoted around here: as the last one is.
  private static char quote(Tree tree) {
    return switch (tree) {
      case Scalar scalar ->
          switch (scalar.style()) {
            case SINGLE -> '\'';
            case DOUBLE, JSON_STRING -> '"';
            case PLAIN, LITERAL, FOLDED, JSON_NUMBER, JSON_BOOLEAN, JSON_NULL, HOLE -> ' ';
          };
      case Mapping map -> map.entries().isEmpty() ? ' ' : quote(map.entries().getLast().value());
      case Sequence list -> list.items().isEmpty() ? ' ' : quote(list.items().getLast());
      case Tree.Unreadable _ -> ' ';
    };
  }
}
