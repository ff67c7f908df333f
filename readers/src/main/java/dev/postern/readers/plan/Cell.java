package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import dev.postern.text.Span;
import java.util.Optional;

/// A value of a recorded resource: trees of the same place.
///
/// @param tree the value; empty where only its being unknown is told
/// @param first the value that the first instance of the block has, where all are given the same
record Cell(
    Optional<Tree> tree, Optional<Tree> unknown, Optional<Tree> sensitive, Optional<Tree> first) {

  Cell at(String name) {
    return new Cell(
        Trail.at(tree, name),
        Trail.at(unknown, name),
        Trail.at(sensitive, name),
        Trail.at(first, name));
  }

  Cell at(int i) {
    return new Cell(
        Trail.at(tree, i), Trail.at(unknown, i), Trail.at(sensitive, i), Trail.at(first, i));
  }

  /// What one expression gives to several instances is placed in the first of them.
  Tree placed(Tree value) {
    return first.filter(that -> Trail.same(value, that)).orElse(value);
  }

  Span place(Tree value) {
    return placed(value).span();
  }

  Cell told(boolean shared, boolean shown) {
    return new Cell(
        tree, unknown, shown ? Optional.empty() : sensitive, shared ? first : Optional.empty());
  }
}
