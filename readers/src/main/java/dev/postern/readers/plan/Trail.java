package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Steps through trees by name.
final class Trail {
  private Trail() {}

  static Optional<Tree> find(Tree tree, String... path) {
    Optional<Tree> here = Optional.of(tree);
    for (String name : path) {
      here = here.flatMap(t -> t instanceof Tree.Mapping m ? m.find(name) : Optional.empty());
    }
    return here.filter(t -> !(t instanceof Tree.Scalar s && s.isNull()));
  }

  static Optional<String> text(Tree tree, String... path) {
    return find(tree, path)
        .filter(Tree.Scalar.class::isInstance)
        .map(t -> ((Tree.Scalar) t).text());
  }

  static List<Tree> items(Tree tree, String... path) {
    return find(tree, path)
        .map(t -> t instanceof Tree.Sequence s ? s.items() : List.<Tree>of())
        .orElse(List.of());
  }

  static List<Tree.Mapping> mappings(Tree tree, String... path) {
    var all = new ArrayList<Tree.Mapping>();
    for (Tree item : items(tree, path)) {
      if (item instanceof Tree.Mapping mapping) {
        all.add(mapping);
      }
    }
    return all;
  }

  static List<Tree.Entry> entries(Tree tree, String... path) {
    return find(tree, path)
        .map(t -> t instanceof Tree.Mapping m ? m.entries() : List.<Tree.Entry>of())
        .orElse(List.of());
  }

  /// The item or entry of a tree that has the shape of another.
  static Optional<Tree> at(Optional<Tree> tree, int index) {
    return tree.flatMap(t ->
        t instanceof Tree.Sequence(var items, _, _) && index < items.size()
            ? Optional.of(items.get(index))
            : Optional.empty());
  }

  static Optional<Tree> at(Optional<Tree> tree, String name) {
    return tree.flatMap(t -> find(t, name));
  }

  static boolean isTrue(Optional<Tree> tree) {
    return tree.isPresent() && tree.get() instanceof Tree.Scalar s && s.asBoolean().orElse(false);
  }

  /// Whether `null` is written there.
  static boolean isNull(Tree tree, String name) {
    return tree instanceof Tree.Mapping mapping
        && mapping.find(name).filter(t -> t instanceof Tree.Scalar s && s.isNull()).isPresent();
  }

  /// Whether two trees say the same, in the same order, wherever they stand.
  static boolean same(Tree a, Tree b) {
    return switch (a) {
      case Tree.Scalar scalar -> b instanceof Tree.Scalar that && scalar.text().equals(that.text());
      case Tree.Sequence(var items, _, _) -> {
        boolean all = b instanceof Tree.Sequence that && that.items().size() == items.size();
        for (int i = 0; all && i < items.size(); i++) {
          all = same(items.get(i), ((Tree.Sequence) b).items().get(i));
        }
        yield all;
      }
      case Tree.Mapping(var entries, _, _) -> {
        boolean all = b instanceof Tree.Mapping that && that.entries().size() == entries.size();
        for (int i = 0; all && i < entries.size(); i++) {
          Tree.Entry entry = entries.get(i);
          Tree.Entry other = ((Tree.Mapping) b).entries().get(i);
          all = entry.key().equals(other.key()) && same(entry.value(), other.value());
        }
        yield all;
      }
      case Tree.Unreadable _ -> false;
    };
  }
}
