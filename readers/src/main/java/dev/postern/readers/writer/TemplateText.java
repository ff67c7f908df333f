package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.readers.json.Json;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Edit;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Writes a property into the resource of a template, in the style of what stands around it.
final class TemplateText {
  private final Resource resource;
  private final SourceFile file;
  private final boolean json;
  private final Map<Span, Insertion> insertions = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private Optional<Writing.Refused> refused = Optional.empty();

  /// What is added to a map or a list.
  private record Insertion(Tree into, SequencedMap<String, Node> entries, List<Node> items) {}

  TemplateText(Resource resource) {
    this.resource = resource;
    file = resource.header().file();
    json = file.text().stripLeading().startsWith("{");
  }

  Writing set(List<String> path, Node value) {
    Optional<Mapping> body = body();
    if (body.isEmpty()) {
      return new Writing.Refused("`" + resource + "` is made of something else", resource.header());
    }
    var down = new ArrayList<>(path);
    down.addFirst("Properties");
    into(body.get(), down, value);
    var layout = new TemplateLayout(file, json);
    for (Insertion one : insertions.values()) {
      if (refused.isEmpty()) {
        layout
            .insert(one.into(), one.entries(), one.items())
            .ifPresentOrElse(
                edits::add, () -> refuse("nothing can be added here", one.into().span()));
      }
    }
    return refused.<Writing>map(r -> r).orElseGet(() -> new Writing.Edits(edits));
  }

  private Optional<Mapping> body() {
    var document = file.path().endsWith(".json") ? Json.parse(file) : Yaml.parse(file);
    return document.roots().stream()
        .flatMap(root -> root.entriesAt("Resources").stream())
        .filter(entry -> entry.keySpan().equals(resource.header()))
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .filter(map -> map.textAt("Type").filter(resource.sourceType()::equals).isPresent())
        .filter(map -> map.textAt("Type").filter(resource.type()::equals).isPresent())
        .findFirst();
  }

  private void refuse(String why, Span at) {
    refused = refused.or(() -> Standing.refused(why, at));
  }

  /// Goes down from a tree that is there.
  private void into(Tree here, List<String> path, Node value) {
    if (refused.isPresent() || isDecidedElsewhere(here)) {
      return;
    }
    switch (here) {
      case Mapping map -> map(map, path, value);
      case Sequence list -> list(list, path, value);
      case Scalar _, Tree.Unreadable _ ->
          refuse("there is no `" + path.getFirst() + "` in this value", here.span());
    }
  }

  private void map(Mapping map, List<String> path, Node value) {
    String key = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Optional<Entry> entry = map.entry(key);
    if (entry.isEmpty()) {
      map.entries().stream()
          .filter(e -> e.key().startsWith("Fn::"))
          .findFirst()
          .ifPresent(e -> refuse("`" + e.key() + "` may decide this", e.keySpan()));
      wrapped(rest, value).ifPresent(node -> added(map).entries().put(key, node));
    } else if (!isInside(map, entry.get().keySpan()) || isAway(entry.get(), map)) {
      refuse("`" + key + "` is written elsewhere", entry.get().value().span());
    } else if (entry.get().value() instanceof Scalar scalar && scalar.isNull()) {
      wrapped(rest, value)
          .ifPresent(
              node -> edits.add(new TemplateLayout(file, json).fill(map, entry.get(), node)));
    } else if (rest.isEmpty()) {
      set(entry.get().value(), value);
    } else {
      into(entry.get().value(), rest, value);
    }
  }

  private void list(Sequence list, List<String> path, Node value) {
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Optional<Tree> item = Optional.empty();
    if (Plain.isIndex(step)) {
      int index = Integer.parseInt(step);
      item = list.items().stream().skip(index).findFirst();
      if (index > list.items().size()) {
        refuse("the list is shorter", list.span());
      }
    } else {
      int equals = step.indexOf('=');
      item =
          list.items().stream()
              .filter(i ->
                  equals > 0
                      && i.textAt(step.substring(0, equals))
                          .filter(step.substring(equals + 1)::equals)
                          .isPresent())
              .findFirst();
    }
    if (item.isEmpty()) {
      element(step, rest, value).ifPresent(node -> added(list).items().add(node));
    } else if (!isInside(list, item.get().span())) {
      refuse("the element is written elsewhere", item.get().span());
    } else if (rest.isEmpty()) {
      set(item.get(), value);
    } else {
      into(item.get(), rest, value);
    }
  }

  private Insertion added(Tree into) {
    return insertions.computeIfAbsent(
        into.span(), _ -> new Insertion(into, new LinkedHashMap<>(), new ArrayList<>()));
  }

  /// Gives what is there another value; an object adds to an object.
  private void set(Tree there, Node value) {
    if (isDecidedElsewhere(there)) {
      return;
    }
    if (there instanceof Mapping && value instanceof Node.Fields(var entries, _)) {
      entries.forEach((key, inner) ->
          inner
              .sole()
              .ifPresentOrElse(
                  node -> into(there, List.of(key), node),
                  () -> refuse("the value is not known", there.span())));
      return;
    }
    Optional<Span> decided = decided(there);
    decided.ifPresent(at -> refuse("a function decides this", at));
    if (TemplateLiterals.isWritable(value)) {
      edits.add(new TemplateLayout(file, json).replace(there, value));
    } else {
      refuse("this value cannot be written", there.span());
    }
  }

  private boolean isDecidedElsewhere(Tree tree) {
    boolean call = isCall(tree) || tree instanceof Tree.Unreadable;
    if (call) {
      refuse("a function decides this", tree.span());
    }
    return call;
  }

  private static boolean isCall(Tree tree) {
    Optional<String> tag =
        switch (tree) {
          case Mapping map -> map.tag();
          case Sequence list -> list.tag();
          case Scalar scalar -> scalar.tag();
          case Tree.Unreadable _ -> Optional.empty();
        };
    boolean function =
        tree instanceof Mapping map
            && map.entries().size() == 1
            && (map.entries().getFirst().key().startsWith("Fn::")
                || map.entries().getFirst().key().equals("Ref"));
    return function || tag.filter(t -> !t.startsWith("!!")).isPresent();
  }

  /// The function in a value, however deep, as deep as the parser lets it be.
  private static Optional<Span> decided(Tree tree) {
    if (isCall(tree)) {
      return Optional.of(tree.span());
    }
    List<Tree> inner =
        switch (tree) {
          case Mapping map -> map.entries().stream().map(Entry::value).toList();
          case Sequence list -> list.items();
          case Scalar _, Tree.Unreadable _ -> List.of();
        };
    return inner.stream().map(TemplateText::decided).flatMap(Optional::stream).findFirst();
  }

  private static boolean isInside(Tree whole, Span part) {
    return whole.span().start() <= part.start() && part.end() <= whole.span().end();
  }

  /// Whether a value is an alias: it stands where its anchor is.
  private static boolean isAway(Entry entry, Mapping map) {
    return !isInside(map, entry.value().span())
        || entry.value().span().start() < entry.keySpan().end();
  }

  private Optional<Node> element(String step, List<String> rest, Node value) {
    int equals = step.indexOf('=');
    Optional<Node> inner = wrapped(rest, value);
    if (equals <= 0) {
      return inner;
    }
    return inner.map(node -> {
      SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
      all.put(step.substring(0, equals), Plain.text(step.substring(equals + 1)));
      if (node instanceof Node.Fields(var entries, _)) {
        all.putAll(entries);
      }
      return Node.Fields.of(all);
    });
  }

  /// The value in the objects and lists that lead to it.
  private Optional<Node> wrapped(List<String> path, Node value) {
    if (path.isEmpty()) {
      boolean writable = TemplateLiterals.isWritable(value);
      if (!writable) {
        refuse("this value cannot be written", resource.header());
      }
      return writable ? Optional.of(value) : Optional.empty();
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (step.equals("0") || step.contains("=")) {
      return element(step, rest, value)
          .map(node -> Node.Items.of(List.of(Value.known(node, Plain.NOWHERE))));
    }
    if (Plain.isIndex(step)) {
      refuse("the list is shorter", resource.header());
    }
    return wrapped(rest, value)
        .map(node -> Node.Fields.of(Map.of(step, Value.known(node, Plain.NOWHERE))));
  }
}
