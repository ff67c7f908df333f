package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.source.Paths;
import dev.postern.text.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What all modules of one root share while they are evaluated.
///
/// @param root the root folder
final class Project {
  private final String root;
  private final Loader loader;
  private final Computed computed;
  private final Bounds bounds = new Bounds();
  private final Set<Block> explained = new HashSet<>();

  Project(String root, Loader loader, Computed computed) {
    this.root = root;
    this.loader = loader;
    this.computed = computed;
  }

  String root() {
    return root;
  }

  Bounds bounds() {
    return bounds;
  }

  Computed computed() {
    return computed;
  }

  List<Problem> problems() {
    return loader.problems();
  }

  Loader loader() {
    return loader;
  }

  /// The source of a module call; says once why there is none.
  Optional<ModuleSource> calledBy(ModuleInstance caller, String name, Block block, int depth) {
    Optional<Attribute> attribute = block.body().attribute("source");
    Optional<String> source = attribute.flatMap(a -> a.value().literal());
    if (source.isEmpty()) {
      return explain(
          block,
          Problem.error("module `%s` has no literal source".formatted(name), block.header()));
    }
    String path = source.get();
    if (!path.startsWith("./") && !path.startsWith("../")) {
      return explain(
          block,
          Problem.error(
              "module `%s` is not here: `%s` is not downloaded, what it makes is not reviewed"
                  .formatted(name, path),
              attribute.get().span()));
    }
    if (depth >= Bounds.MODULE_DEPTH) {
      return explain(
          block,
          Problem.error(
              "module `%s` is nested deeper than %d levels; is it recursive?"
                  .formatted(name, Bounds.MODULE_DEPTH),
              attribute.get().span()));
    }
    String folder = Paths.resolve(caller.source().folder(), path);
    if (!loader.sources().isInside(folder)) {
      return explain(
          block,
          Problem.error(
              "module `%s` lies outside what is reviewed: `%s`".formatted(name, path),
              attribute.get().span()));
    }
    Optional<ModuleSource> module = loader.module(folder);
    return module.isPresent()
        ? module
        : explain(
            block,
            Problem.error(
                "module `%s` is not there: `%s` holds no Terraform file".formatted(name, path),
                attribute.get().span()));
  }

  private Optional<ModuleSource> explain(Block block, Problem problem) {
    if (explained.add(block)) {
      problems().add(problem);
    }
    return Optional.empty();
  }
}
