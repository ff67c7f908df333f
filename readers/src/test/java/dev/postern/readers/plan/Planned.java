package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.List;
import java.util.Optional;

/// What a plan says in one place.
///
/// @param tree the value; empty where it is null or not known
/// @param unknown where it is known only after apply
/// @param json whether it stands in a JSON text
record Planned(Optional<Tree> tree, Optional<Tree> unknown, boolean json) {

  static Planned json(Optional<Tree> document) {
    return new Planned(document, Optional.empty(), true);
  }

  Planned at(String name) {
    return new Planned(Trail.at(tree, name), Trail.at(unknown, name), json);
  }

  Planned at(int index) {
    return new Planned(
        Trail.at(tree, index).filter(t -> !(t instanceof Tree.Scalar s && s.isNull())),
        Trail.at(unknown, index),
        json);
  }

  List<Tree.Entry> entries() {
    return tree.map(Trail::entries).orElse(List.of());
  }

  boolean isUnknown() {
    return Trail.isTrue(unknown);
  }

  boolean isList() {
    return tree.filter(Tree.Sequence.class::isInstance).isPresent();
  }

  boolean isObject() {
    return tree.filter(Tree.Mapping.class::isInstance).isPresent();
  }

  Optional<Tree.Scalar> scalar() {
    return tree.filter(Tree.Scalar.class::isInstance).map(Tree.Scalar.class::cast);
  }

  /// The number of items of a list.
  int size() {
    int known = tree.map(t -> t instanceof Tree.Sequence s ? s.items().size() : 1).orElse(0);
    int open = unknown.map(t -> t instanceof Tree.Sequence s ? s.items().size() : 0).orElse(0);
    return Math.max(known, open);
  }

  /// Whether there is nothing, or something without content, which the provider does not part.
  boolean isEmpty() {
    return tree.filter(t -> !isEmpty(t)).isEmpty();
  }

  private static boolean isEmpty(Tree tree) {
    return switch (tree) {
      case Tree.Mapping(var entries, _, _) -> entries.isEmpty();
      case Tree.Sequence(var items, _, _) -> items.isEmpty();
      case Tree.Scalar scalar -> scalar.isNull() || scalar.text().isEmpty();
      case Tree.Unreadable _ -> false;
    };
  }

  @Override
  public String toString() {
    return isUnknown()
        ? "known after apply"
        : tree.map(t -> JsonLines.line(List.of(t))).orElse("null");
  }
}
