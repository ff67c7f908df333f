package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.source.Paths;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What all modules of one root share while they are evaluated.
final class Project {
  private final String root;
  private final Loader loader;
  private final Computed computed;
  private final DataSources dataSources;
  private final Bounds bounds;
  private final Typing typing = new Typing();
  private final InstalledModules installed;
  private final Set<Problem> told = new HashSet<>();
  private int modules;

  /// @param root the root folder
  Project(String root, Loader loader, Computed computed) {
    this.root = root;
    this.loader = loader;
    this.computed = computed;
    this.bounds = new Bounds(loader.problems());
    this.dataSources = new DataSources(this);
    this.installed = InstalledModules.of(root, loader);
  }

  String root() {
    return root;
  }

  Bounds bounds() {
    return bounds;
  }

  Typing typing() {
    return typing;
  }

  Computed computed() {
    return computed;
  }

  DataSources dataSources() {
    return dataSources;
  }

  List<Problem> problems() {
    return loader.problems();
  }

  /// Tells the user once.
  void report(Problem problem) {
    if (told.add(problem)) {
      loader.problems().add(problem);
    }
  }

  Loader loader() {
    return loader;
  }

  /// Whether one more resource instance may be added to `count` others.
  boolean mayAdd(int count, Span at) {
    if (count >= Bounds.RESOURCES) {
      bounds.tell(
          "more than %d resources; only those are reviewed".formatted(Bounds.RESOURCES), at);
    }
    return count < Bounds.RESOURCES;
  }

  /// Whether one more instance of a module may be evaluated.
  boolean mayCall(Span at) {
    if (++modules > Bounds.MODULES) {
      bounds.tell(
          "more than %d modules are called; only those are reviewed".formatted(Bounds.MODULES), at);
    }
    return modules <= Bounds.MODULES;
  }

  /// The source of a module call; says once why there is none.
  Optional<ModuleSource> calledBy(ModuleInstance caller, String name, Block block) {
    Optional<Attribute> attribute = block.body().attribute("source");
    Optional<String> source = attribute.flatMap(a -> a.value().literal());
    if (source.isEmpty()) {
      return none(
          Problem.error("module `%s` has no literal source".formatted(name), block.header()));
    }
    Span at = attribute.get().span();
    String path = source.get();
    boolean local = path.startsWith("./") || path.startsWith("../");
    Optional<String> folder =
        local
            ? Optional.of(Paths.resolve(caller.source().folder(), path))
            : installed.folder(caller.place().key(), name);
    if (!local && folder.isEmpty()) {
      return none(
          Problem.error(
              "module `%s` is not here: `%s` is not downloaded, what it makes is not reviewed"
                  .formatted(name, path),
              at));
    }
    if (caller.place().depth() >= Bounds.MODULE_DEPTH) {
      return none(
          Problem.error(
              "module `%s` is nested deeper than %d levels; is it recursive?"
                  .formatted(name, Bounds.MODULE_DEPTH),
              at));
    }
    if (folder.isEmpty() || !loader.sources().isInside(folder.get())) {
      return none(
          Problem.error(
              "module `%s` lies outside what is reviewed: `%s`".formatted(name, path), at));
    }
    Optional<ModuleSource> module = loader.module(folder.get());
    return module.isPresent()
        ? module
        : none(
            Problem.error(
                "module `%s` is not there: `%s` holds no Terraform file".formatted(name, path),
                at));
  }

  private Optional<ModuleSource> none(Problem problem) {
    report(problem);
    return Optional.empty();
  }
}
