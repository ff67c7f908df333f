package dev.postern.readers.json;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.text.Problem;
import java.util.Set;

/// Gives a tree that was read from joined pieces the spans of the pieces, and tells the holes that
/// stand for a whole value from those inside a string. As deep as the tree, which is bounded.
record Mover(PieceMap places, Set<Character> holes) {

  Tree move(Tree tree) {
    var span = places.original(tree.span());
    return switch (tree) {
      case Mapping(var entries, var tag, _) ->
          new Mapping(entries.stream().map(this::move).toList(), tag, span);
      case Sequence(var items, var tag, _) ->
          new Sequence(items.stream().map(this::move).toList(), tag, span);
      case Scalar(var text, var style, var tag, var from) ->
          new Scalar(text, isHole(text, from.start()) ? Scalar.Style.HOLE : style, tag, span);
      case Unreadable _ -> new Unreadable(span);
    };
  }

  private Entry move(Entry entry) {
    return new Entry(entry.key(), places.original(entry.keySpan()), move(entry.value()));
  }

  Problem move(Problem problem) {
    return new Problem(problem.level(), problem.message(), places.original(problem.at()));
  }

  /// A hole outside of quotes was given its quotes by us, so that a piece begins at the first
  /// quote.
  private boolean isHole(String text, int start) {
    return text.length() == 1 && holes.contains(text.charAt(0)) && places.beginsHole(start);
  }
}
