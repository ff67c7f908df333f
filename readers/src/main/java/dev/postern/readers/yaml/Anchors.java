package dev.postern.readers.yaml;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.readers.tree.TreeBuilder;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.util.HashMap;
import java.util.Map;

/// The anchors of one document. An alias is the anchored tree itself, not a copy; since whoever
/// walks the result meets it again at each alias, the nodes met in this way are counted and
/// bounded.
final class Anchors {
  private static final int MAX_REPEATED = 100_000;

  private final TreeBuilder builder;
  private final Map<String, Anchored> known = new HashMap<>();
  private int size;
  private int repeated;
  private boolean toldBound;

  private record Anchored(Tree tree, int size) {}

  Anchors(TreeBuilder builder) {
    this.builder = builder;
  }

  /// Forgets the names, which end with their document. The bound is for the whole stream.
  void clear() {
    known.clear();
  }

  /// The nodes so far, those behind aliases each time they are met.
  int size() {
    return size;
  }

  void count() {
    size++;
  }

  void define(String name, Tree tree, int nodes) {
    known.put(name, new Anchored(tree, nodes));
  }

  /// What the alias `name` at `place` stands for.
  Tree resolve(String name, Span place) {
    Anchored anchored = known.get(name);
    if (anchored == null) {
      builder.problem(
          Problem.error("no complete value before this is named `&" + name + "`", place));
      return new Unreadable(place);
    }
    if (repeated + anchored.size > MAX_REPEATED || !fits(anchored.tree, builder.depth())) {
      if (!toldBound) {
        toldBound = true;
        builder.problem(
            Problem.error(
                "aliases repeat more than %d nodes or nest more than %d deep; not read from here on"
                    .formatted(MAX_REPEATED, TreeBuilder.MAX_DEPTH),
                place));
      }
      return new Unreadable(place);
    }
    repeated += anchored.size;
    size += anchored.size;
    return anchored.tree;
  }

  private static boolean fits(Tree tree, int depth) {
    return switch (tree) {
      case Scalar _, Unreadable _ -> true;
      case Mapping(var entries, _, _) ->
          depth < TreeBuilder.MAX_DEPTH
              && entries.stream().allMatch(e -> fits(e.value(), depth + 1));
      case Sequence(var items, _, _) ->
          depth < TreeBuilder.MAX_DEPTH && items.stream().allMatch(i -> fits(i, depth + 1));
    };
  }
}
