package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the strings with which the conditions of a template compare its parameters.
final class Interests {
  private final Map<String, List<Scalar>> found = new LinkedHashMap<>();
  private final Map<String, List<Scalar>> loops = new HashMap<>();

  private Interests() {}

  static Map<String, List<Scalar>> of(Template template, List<Parameter> parameters) {
    var interests = new Interests();
    parameters.forEach(p -> interests.found.put(p.name(), new ArrayList<>()));
    if (!parameters.isEmpty()) {
      template.section("Conditions").ifPresent(interests::walk);
    }
    return interests.found;
  }

  private void walk(Tree tree) {
    if (tree instanceof Mapping(var entries, _, _)) {
      entries.forEach(this::loop);
    }
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

  /// The items of a loop over a written list, which stand wherever its variable does.
  private void loop(Entry entry) {
    if (Call.isLoop(entry.key())
        && entry.value() instanceof Sequence(var parts, _, _)
        && parts.size() == 3
        && parts.get(0) instanceof Scalar name
        && parts.get(1) instanceof Sequence(var items, _, _)) {
      List<Scalar> all = loops.computeIfAbsent(name.text(), _ -> new ArrayList<>());
      for (Tree item : items) {
        if (item instanceof Scalar scalar && Call.of(item).isEmpty()) {
          all.add(scalar);
        }
      }
    }
  }

  private List<Scalar> strings(Tree tree) {
    Optional<Call> call = Call.of(tree);
    if (call.isEmpty()) {
      String text = tree instanceof Scalar scalar ? scalar.text() : "";
      boolean isVariable = text.startsWith("${") && text.endsWith("}");
      List<Scalar> itself = tree instanceof Scalar scalar ? List.of(scalar) : List.of();
      return isVariable ? loops.getOrDefault(text.substring(2, text.length() - 1), itself) : itself;
    }
    return call.get().name().equals("Ref") && call.get().argument() instanceof Scalar name
        ? loops.getOrDefault(name.text(), List.of())
        : List.of();
  }

  private void compare(Tree reference, Tree literal) {
    boolean isRef = Call.of(reference).filter(c -> c.name().equals("Ref")).isPresent();
    if (isRef && Call.of(reference).get().argument() instanceof Scalar name) {
      found.computeIfPresent(
          name.text(),
          (_, strings) -> {
            strings.addAll(strings(literal));
            return strings;
          });
    }
  }
}
