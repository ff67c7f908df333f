package dev.postern.readers.workspace;

import dev.postern.readers.cloudformation.Exports;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.Sources;
import dev.postern.readers.tree.Document;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// The templates of a review together: which nest which, and what they export to each other. A
/// template that others nest is no unit of its own; of templates that nest each other in a circle,
/// the first is one.
final class Stacks {
  private final Map<String, Document> templates = new LinkedHashMap<>();
  private final Map<String, SequencedSet<String>> nested = new LinkedHashMap<>();
  private final SequencedSet<String> roots = new LinkedHashSet<>();
  private final Sources sources;

  private Stacks(Sources sources) {
    this.sources = sources;
  }

  static Stacks of(List<Document> templates, Sources sources) {
    var stacks = new Stacks(sources);
    templates.forEach(t -> stacks.templates.put(t.file().path(), t));
    templates.forEach(t -> stacks.nested.put(t.file().path(), stacks.calls(t)));
    stacks.choose();
    return stacks;
  }

  private SequencedSet<String> calls(Document template) {
    return Templates.nested(template).stream()
        .filter(path -> templates.containsKey(path) && !path.equals(template.file().path()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void choose() {
    var called = new LinkedHashSet<String>();
    nested.values().forEach(called::addAll);
    var reached = new LinkedHashSet<String>();
    templates.keySet().stream().filter(path -> !called.contains(path)).forEach(roots::add);
    roots.forEach(root -> reach(root, reached));
    for (String path : templates.keySet()) {
      if (!reached.contains(path)) {
        roots.add(path);
        reach(path, reached);
      }
    }
  }

  private void reach(String root, SequencedSet<String> reached) {
    var next = new ArrayList<>(List.of(root));
    while (!next.isEmpty()) {
      String path = next.removeLast();
      if (reached.add(path)) {
        next.addAll(nested.getOrDefault(path, new LinkedHashSet<>()));
      }
    }
  }

  boolean isRoot(String path) {
    return roots.contains(path);
  }

  /// The template at `path` and all that are nested in it.
  List<String> files(String path) {
    var files = new LinkedHashSet<String>();
    reach(path, files);
    return List.copyOf(files);
  }

  String choice(String path) {
    List<String> inside = files(path).stream().skip(1).toList();
    return inside.isEmpty()
        ? "a template by its content"
        : "a template by its content, with those nested in it: " + String.join(", ", inside);
  }

  /// `inputs` with the documents beside each template.
  Inputs beside(Inputs inputs) {
    return inputs.with(this::document);
  }

  /// What the templates export, if one of them imports anything.
  Exports exports(Inputs inputs) {
    return templates.values().stream().anyMatch(t -> t.file().text().contains("ImportValue"))
        ? Exports.of(roots.stream().map(templates::get).toList(), inputs)
        : Exports.NONE;
  }

  private Optional<Document> document(String path) {
    Document known = templates.get(path);
    return known != null ? Optional.of(known) : sources.read(path).map(Stacks::parsed);
  }

  private static Document parsed(SourceFile file) {
    return Content.isJson(file) ? Json.parse(file) : Yaml.parse(file);
  }
}
