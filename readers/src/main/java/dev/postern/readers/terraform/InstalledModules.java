package dev.postern.readers.terraform;

import dev.postern.readers.json.Json;
import dev.postern.readers.source.Paths;
import dev.postern.readers.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where `terraform init` has put the modules that are not local: the list
/// `.terraform/modules/modules.json` that it writes beside them.
final class InstalledModules {
  private final Map<String, String> folders;

  private InstalledModules(Map<String, String> folders) {
    this.folders = folders;
  }

  static InstalledModules of(String root, Loader loader) {
    var folders = new HashMap<String, String>();
    loader
        .sources()
        .read(Paths.resolve(root, ".terraform/modules/modules.json"))
        .flatMap(file -> Json.parse(file).roots().stream().findFirst())
        .ifPresent(list -> add(list, root, folders));
    return new InstalledModules(folders);
  }

  private static void add(Tree list, String root, Map<String, String> folders) {
    if (list instanceof Tree.Mapping mapping
        && mapping.find("Modules").orElse(list) instanceof Tree.Sequence(var modules, _, _)) {
      for (Tree module : modules) {
        Optional<String> key = text(module, "Key").filter(k -> !k.isEmpty());
        Optional<String> folder = text(module, "Dir").map(dir -> Paths.resolve(root, dir));
        if (key.isPresent() && folder.isPresent()) {
          folders.put(key.get(), folder.get());
        }
      }
    }
  }

  private static Optional<String> text(Tree module, String name) {
    return module instanceof Tree.Mapping mapping
            && mapping.find(name).orElse(module) instanceof Tree.Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /// The folder of the module that `caller` calls by `name`.
  ///
  /// @param caller its key, empty for the root
  Optional<String> folder(String caller, String name) {
    return Optional.ofNullable(folders.get(caller.isEmpty() ? name : caller + "." + name));
  }
}
