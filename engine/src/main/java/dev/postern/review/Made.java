package dev.postern.review;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Span;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the line of a CDK program that a defect in a synthesized template comes from: the one that
/// set the property, else the one that made the resource.
final class Made {
  private Made() {}

  /// @param defect the place in the template
  static Optional<Span> place(Resource resource, Span defect) {
    return resource
        .construct()
        .flatMap(construct ->
            property(resource, defect)
                .flatMap(name -> Optional.ofNullable(construct.assigned().get(name)))
                .or(construct::made));
  }

  private static Optional<String> property(Resource resource, Span defect) {
    return resource.properties().sole().stream()
        .flatMap(node ->
            node instanceof Node.Fields all ? all.entries().entrySet().stream() : Stream.empty())
        .filter(entry -> holds(entry.getValue().origin().place(), defect))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.file().equals(inner.file())
        && outer.start() <= inner.start()
        && inner.end() <= outer.end();
  }
}
