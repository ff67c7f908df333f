package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.hcl.HclFile;
import dev.postern.readers.source.Sources;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parses the folders of modules, each once.
final class Loader {
  private final Sources sources;
  private final Map<String, ModuleSource> modules = new LinkedHashMap<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Loader(Sources sources) {
    this.sources = sources;
  }

  /// The module in a folder; empty where there is no Terraform file.
  Optional<ModuleSource> module(String folder) {
    ModuleSource known = modules.get(folder);
    if (known != null) {
      return Optional.of(known);
    }
    List<String> paths =
        sources.files(folder).stream().filter(path -> path.endsWith(".tf")).toList();
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    var parsed = new ArrayList<HclFile>();
    for (String path : paths) {
      sources.read(path).map(this::parse).ifPresent(parsed::add);
    }
    var module = new ModuleSource(folder, parsed);
    problems.addAll(module.problems());
    modules.put(folder, module);
    return Optional.of(module);
  }

  /// Parses one file and keeps what it says beside its tree.
  HclFile parse(SourceFile file) {
    HclFile parsed = Hcl.parse(file);
    files.add(file);
    problems.addAll(parsed.problems());
    comments.addAll(parsed.comments());
    return parsed;
  }

  Sources sources() {
    return sources;
  }

  /// The folders that were read, in order.
  List<String> folders() {
    return List.copyOf(modules.keySet());
  }

  List<SourceFile> files() {
    return files;
  }

  List<Comment> comments() {
    return comments;
  }

  List<Problem> problems() {
    return problems;
  }
}
