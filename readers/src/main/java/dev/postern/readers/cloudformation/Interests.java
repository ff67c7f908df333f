package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the strings with which the conditions of a template compare its parameters.
final class Interests {
  private final Map<String, List<Scalar>> found = new LinkedHashMap<>();

  private Interests() {}

  static Map<String, List<Scalar>> of(Template template, List<Parameter> parameters) {
    var interests = new Interests();
    parameters.forEach(p -> interests.found.put(p.name(), new ArrayList<>()));
    if (!parameters.isEmpty()) {
      template.entries("Conditions").forEach(entry -> interests.walk(entry.value()));
    }
    return interests.found;
  }

  private void walk(Tree tree) {
    Optional<Call> call = Call.of(tree);
    if (call.isPresent() && call.get().name().equals("Fn::Equals")) {
      List<Tree> both = call.get().arguments();
      if (both.size() == 2) {
        compare(both.getFirst(), both.getLast());
        compare(both.getLast(), both.getFirst());
      }
    }
    switch (tree) {
      case Mapping(var entries, _, _) -> entries.stream().map(Entry::value).forEach(this::walk);
      case Sequence(var items, _, _) -> items.forEach(this::walk);
      case Scalar _, Tree.Unreadable _ -> {}
    }
  }

  private void compare(Tree reference, Tree literal) {
    boolean isRef = Call.of(reference).filter(c -> c.name().equals("Ref")).isPresent();
    if (isRef
        && Call.of(literal).isEmpty()
        && literal instanceof Scalar string
        && Call.of(reference).get().argument() instanceof Scalar name) {
      found.computeIfPresent(
          name.text(),
          (_, strings) -> {
            strings.add(string);
            return strings;
          });
    }
  }
}
