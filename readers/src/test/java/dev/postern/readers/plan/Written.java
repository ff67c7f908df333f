package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the `configuration` of a plan says is written in one place: the proof that an argument is
/// not there. Blocks that `dynamic` makes are not in it.
///
/// @param tree the expressions of a block, a list of blocks, or one expression; empty where nothing
///   is written
record Written(Optional<Tree> tree) {
  private static final Set<String> OF_AN_EXPRESSION = Set.of("constant_value", "references");

  /// What is written of a resource.
  static Optional<Written> of(Tree plan, Recorded resource) {
    Optional<Tree> module = Trail.at(Trail.at(Optional.of(plan), "configuration"), "root_module");
    Name name = Name.of(resource.module());
    for (int i = 1; i < name.steps().size(); i += 2) {
      String call = name.step(i);
      module = module.flatMap(m -> Trail.find(m, "module_calls", call, "module"));
    }
    return module.stream()
        .flatMap(m -> Trail.mappings(m, "resources").stream())
        .filter(r -> Trail.text(r, "address").equals(Optional.of(resource.name())))
        .map(r -> new Written(Trail.find(r, "expressions")))
        .findFirst();
  }

  /// An argument of a block; empty where this is no block.
  Optional<Written> at(String name) {
    return tree.filter(Written::isExpression).isPresent()
        ? Optional.empty()
        : Optional.of(new Written(Trail.at(tree, name)));
  }

  /// The block of an item, in the order of the source; empty where it cannot be told.
  Optional<Written> item(int index, int size) {
    List<Tree> blocks = blocks();
    return index < size && blocks.size() == size
        ? Optional.of(new Written(Optional.of(blocks.get(index))))
        : Optional.empty();
  }

  /// The blocks that are here.
  List<Tree> blocks() {
    return switch (tree.orElse(null)) {
      case null -> List.of();
      case Tree.Sequence(var items, _, _) -> items;
      case Tree.Mapping mapping -> isExpression(mapping) ? List.of() : List.of(mapping);
      case Tree.Scalar _, Tree.Unreadable _ -> List.of();
    };
  }

  /// The names of the arguments of a block that are written.
  List<String> names() {
    return tree.filter(Written::isExpression).isPresent()
        ? List.of()
        : tree.map(Trail::entries).orElse(List.of()).stream().map(Tree.Entry::key).toList();
  }

  /// An expression without references and value is `{}`, as is a block without arguments.
  private static boolean isExpression(Tree tree) {
    return tree instanceof Tree.Mapping(var entries, _, _)
        && entries.stream().allMatch(e -> OF_AN_EXPRESSION.contains(e.key()));
  }
}
