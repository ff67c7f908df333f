package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the provider plans where the configuration writes nothing, as plans show it.
///
/// @param all path and value, as in `aws_vpc.enable_dns_support = true`
record Defaults(Set<String> all) {

  static Defaults of(List<Tree> plans) {
    var defaults = new Defaults(new HashSet<>());
    for (Tree plan : plans) {
      for (Recorded resource : Recordings.of(plan)) {
        Written.of(plan, resource)
            .ifPresent(
                w -> defaults.block(resource.type(), List.of(resource.values()), List.of(w)));
      }
    }
    return defaults;
  }

  boolean has(String path, Planned planned) {
    return all.contains(path + " = " + planned);
  }

  /// Takes what is written in none of `written`, which made `values` in whatever order.
  private void block(String path, List<? extends Tree> values, List<Written> written) {
    var names = new TreeSet<String>();
    values.forEach(v -> Trail.entries(v).forEach(e -> names.add(e.key())));
    for (String name : names) {
      var here = new ArrayList<Tree>();
      values.forEach(v -> Trail.find(v, name).ifPresent(here::add));
      var arguments = written.stream().map(w -> w.at(name)).toList();
      boolean told = arguments.stream().allMatch(Optional::isPresent);
      boolean none = told && arguments.stream().allMatch(a -> a.get().tree().isEmpty());
      if (none) {
        here.stream()
            .filter(t -> !isBlocks(t))
            .forEach(t -> all.add(path + "." + name + " = " + JsonLines.line(List.of(t))));
      } else if (told) {
        List<Written> blocks =
            arguments.stream()
                .flatMap(a -> a.get().blocks().stream())
                .map(b -> new Written(Optional.of(b)))
                .toList();
        List<Tree> items =
            here.stream()
                .flatMap(
                    t -> t instanceof Tree.Sequence s ? s.items().stream() : List.of(t).stream())
                .toList();
        if (!blocks.isEmpty() && blocks.size() == items.size()) {
          block(path + "." + name, items, blocks);
        }
      }
    }
  }

  /// Blocks may be made by `dynamic`, of which the configuration does not tell.
  static boolean isBlocks(Tree tree) {
    return tree instanceof Tree.Sequence(var items, _, _)
        && items.stream().anyMatch(Tree.Mapping.class::isInstance);
  }
}
