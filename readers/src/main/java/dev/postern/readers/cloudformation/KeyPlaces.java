package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the keys of a template stand: evaluated maps keep the places of their values only. The
/// maps are looked for when the first key is asked for.
final class KeyPlaces {
  private final Mapping root;
  private final Map<Span, Mapping> maps = new HashMap<>();

  KeyPlaces(Mapping root) {
    this.root = root;
  }

  /// The place of `key` in the map that is written at `map`.
  Optional<Span> of(Span map, String key) {
    return entry(map, key).map(Entry::keySpan);
  }

  /// Whether the value of `key` in the map that is written at `map` is a function.
  boolean isCall(Span map, String key) {
    return entry(map, key).flatMap(entry -> Call.of(entry.value())).isPresent();
  }

  private Optional<Entry> entry(Span map, String key) {
    if (maps.isEmpty()) {
      add(root);
    }
    return Optional.ofNullable(maps.get(map)).flatMap(m -> m.entry(key));
  }

  private void add(Tree tree) {
    switch (tree) {
      case Mapping mapping -> {
        // INVARIANT: what an alias repeats is the same map at the same place
        if (maps.putIfAbsent(mapping.span(), mapping) == null) {
          mapping.entries().forEach(entry -> add(entry.value()));
        }
      }
      case Sequence(var items, _, _) -> items.forEach(this::add);
      case Scalar _, Tree.Unreadable _ -> {}
    }
  }
}
