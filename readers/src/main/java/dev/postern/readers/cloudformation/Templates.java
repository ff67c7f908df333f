package dev.postern.readers.cloudformation;

import dev.postern.model.Unit;
import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Reading;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads templates.
public final class Templates {
  private Templates() {}

  /// Whether a document is a template: it says so with `AWSTemplateFormatVersion` or `Transform`,
  /// or has `Resources` with the types of AWS.
  public static boolean looksLikeOne(Document document) {
    if (document.roots().isEmpty() || !(document.roots().getFirst() instanceof Mapping root)) {
      return false;
    }
    return root.entry("AWSTemplateFormatVersion").isPresent()
        || new Template(root).transforms().stream().anyMatch(t -> t.startsWith("AWS::"))
        || new Template(root)
            .entries("Resources").stream().anyMatch(entry -> hasType(entry.value()));
  }

  private static boolean hasType(Tree resource) {
    return resource instanceof Mapping body
        && body.find("Type").orElse(body) instanceof Scalar type
        && type.text().matches("(AWS|Alexa|Custom|[A-Za-z0-9]+::[A-Za-z0-9]+)::[A-Za-z0-9:]+");
  }

  /// Evaluates a template as far as it tells, and as `inputs` add to it.
  public static Reading read(Document document, Unit unit, Inputs inputs) {
    List<Problem> all = new ArrayList<>(document.problems());
    Optional<Tree> first = document.roots().stream().findFirst();
    if (!(first.orElse(null) instanceof Mapping root)) {
      all.add(Problem.error("template is no map", document.file().span(0, 1)));
      return new Reading(List.of(), document.comments(), List.of(document.file()), all);
    }
    var problems = new Problems();
    var documents = new LinkedHashMap<String, Document>();
    String path = document.file().path();
    documents.put(path, document);
    Beside recorded = recorded(inputs.beside(), documents);
    var resources =
        new Resources(
                new Template(root),
                unit,
                inputs.with(recorded),
                Stack.of("", path),
                problems,
                new Work(problems))
            .read();
    all.addAll(problems.all());
    return new Reading(
        resources,
        documents.values().stream().flatMap(d -> d.comments().stream()).toList(),
        documents.values().stream().map(Document::file).toList(),
        all);
  }

  private static Beside recorded(Beside beside, Map<String, Document> documents) {
    return path -> {
      Optional<Document> known = Optional.ofNullable(documents.get(path));
      Optional<Document> found = known.or(() -> beside.document(path));
      found.ifPresent(document -> documents.put(path, document));
      return found;
    };
  }

  /// The paths of the templates of nested stacks that a template names, as
  /// [dev.postern.readers.source.Sources] has them.
  public static List<String> nested(Document document) {
    if (document.roots().isEmpty() || !(document.roots().getFirst() instanceof Mapping root)) {
      return List.of();
    }
    String folder = Paths.folder(document.file().path());
    return new Template(root)
        .entries("Resources").stream()
            .flatMap(entry -> NestedStacks.path(entry.value()).stream())
            .map(path -> Paths.resolve(folder, path))
            .distinct()
            .toList();
  }
}
