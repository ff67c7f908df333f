package dev.postern.readers.cloudformation;

import dev.postern.model.Unit;
import dev.postern.readers.source.Reading;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Problem;
import java.util.ArrayList;
import java.util.List;
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
    var resources = new Resources(new Template(root), unit, inputs, problems).read();
    all.addAll(problems.all());
    return new Reading(resources, document.comments(), List.of(document.file()), all);
  }
}
