package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// Whether it is a list with items that are not known.
  boolean isOpen() {
    return unknown.stream()
        .flatMap(t -> t instanceof Tree.Sequence s ? s.items().stream() : Stream.empty())
        .anyMatch(item -> Trail.isTrue(Optional.of(item)));
  }

  /// The items of a list. Terraform before 0.14 leaves those out that are not known.
  List<Cell> items(int known) {
    int all = unknown.map(t -> t instanceof Tree.Sequence s ? s.items().size() : 0).orElse(0);
    var cells = new ArrayList<Cell>();
    for (int i = 0, next = 0; i < Math.max(known, all); i++) {
      Cell here = at(i);
      boolean left = all > known && Trail.isTrue(here.unknown());
      Optional<Tree> item = left ? Optional.empty() : Trail.at(tree, next++);
      cells.add(new Cell(item, here.unknown(), here.sensitive(), here.first()));
    }
    return cells;
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
