package dev.postern.readers.yaml;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.readers.tree.TreeBuilder;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The merge key (<https://yaml.org/type/merge.html>): `<<` without quotes stands for the entries
/// of the mapping, or of the mappings in the list, that is its value. Keys that are written out
/// win, then those of earlier mappings.
final class Merge {
  private Merge() {}

  static boolean isMerge(String key, Span place) {
    return key.equals("<<") && place.length() == 2;
  }

  /// The mapping with its merge keys replaced; one that cannot be merged stays as it is.
  static Tree apply(Mapping mapping, TreeBuilder builder) {
    if (mapping.entries().stream().noneMatch(e -> isMerge(e.key(), e.keySpan()))) {
      return mapping;
    }
    Set<String> taken = new HashSet<>();
    mapping.entries().stream()
        .filter(e -> !isMerge(e.key(), e.keySpan()))
        .forEach(e -> taken.add(e.key()));
    List<Entry> merged = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Optional<List<Mapping>> sources =
          isMerge(entry.key(), entry.keySpan()) ? sources(entry.value()) : Optional.empty();
      if (sources.isPresent()) {
        sources.get().forEach(source -> addNew(source, taken, merged));
        continue;
      }
      merged.add(entry);
      if (isMerge(entry.key(), entry.keySpan()) && !(entry.value() instanceof Unreadable)) {
        builder.problem(Problem.error("`<<` takes a mapping or a list of them", entry.keySpan()));
      }
    }
    return new Mapping(merged, mapping.tag(), mapping.span());
  }

  private static void addNew(Mapping source, Set<String> taken, List<Entry> merged) {
    List<Entry> found = new ArrayList<>();
    for (Entry entry : source.entries().reversed()) {
      if (taken.add(entry.key())) {
        found.add(entry);
      }
    }
    merged.addAll(found.reversed());
  }

  private static Optional<List<Mapping>> sources(Tree value) {
    return switch (value) {
      case Mapping mapping -> Optional.of(List.of(mapping));
      case Sequence(var items, _, _) when items.stream().allMatch(Mapping.class::isInstance) ->
          Optional.of(items.stream().map(Mapping.class::cast).toList());
      case Sequence _, Tree.Scalar _, Unreadable _ -> Optional.empty();
    };
  }
}
