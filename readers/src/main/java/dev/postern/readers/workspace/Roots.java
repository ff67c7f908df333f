package dev.postern.readers.workspace;

import dev.postern.readers.hcl.Block;
import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Sources;
import dev.postern.readers.terraform.Terraform;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Decides which folders of Terraform are roots: those that no reviewed folder calls, and those
/// that only examples and tests call. A called folder is judged through its callers.
final class Roots {
  private Roots() {}

  /// A folder to review on its own, and why.
  record Root(String folder, String choice) {}

  /// @param folders all folders with Terraform files, sorted
  static List<Root> of(Sources sources, List<String> folders, boolean calledToo) {
    Map<String, SortedSet<String>> callers = callers(sources, folders);
    var roots = new ArrayList<Root>();
    for (String folder : folders) {
      SortedSet<String> by = callers.getOrDefault(folder, new TreeSet<>());
      if (by.isEmpty()) {
        roots.add(new Root(folder, "no reviewed folder calls it"));
      } else if (by.stream().allMatch(Roots::isExample)) {
        roots.add(new Root(folder, "only examples and tests call it"));
      } else if (calledToo) {
        roots.add(
            new Root(folder, "called by " + show(by.first()) + ", judged on its own as asked"));
      }
    }
    return roots;
  }

  static String show(String folder) {
    return folder.isEmpty() ? "." : folder;
  }

  private static boolean isExample(String folder) {
    for (String part : folder.split("/", -1)) {
      if (part.equals("examples") || part.startsWith("test")) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, SortedSet<String>> callers(Sources sources, List<String> folders) {
    Map<String, SortedSet<String>> callers = new LinkedHashMap<>();
    for (String folder : folders) {
      for (String path : sources.files(folder)) {
        if (Paths.isTerraform(path)) {
          sources.read(path).ifPresent(file -> add(file, folder, callers));
        }
      }
    }
    return callers;
  }

  private static void add(SourceFile file, String folder, Map<String, SortedSet<String>> callers) {
    if (!file.text().contains("module")) {
      return;
    }
    for (Block block : Terraform.parse(file).body().blocks("module")) {
      block
          .body()
          .attribute("source")
          .flatMap(source -> source.value().literal())
          .filter(path -> path.startsWith("./") || path.startsWith("../"))
          .map(path -> Paths.resolve(folder, path))
          .filter(called -> !called.equals(folder))
          .ifPresent(called -> callers.computeIfAbsent(called, _ -> new TreeSet<>()).add(folder));
    }
  }
}
