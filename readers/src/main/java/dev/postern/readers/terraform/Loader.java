package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.hcl.HclExpression;
import dev.postern.readers.hcl.HclFile;
import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Sources;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Parses the folders of modules and the files that they name, each once.
final class Loader {
  private final Sources sources;
  private final Map<String, ModuleSource> modules = new LinkedHashMap<>();
  private final Map<String, Optional<SourceFile>> texts = new TreeMap<>();
  private final Map<String, Map<String, Optional<String>>> hashes = new HashMap<>();
  private final Map<String, Expression> templates = new HashMap<>();
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
    var primary = new ArrayList<HclFile>();
    var overriding = new ArrayList<HclFile>();
    List<String> present = sources.files(folder);
    for (String path : present) {
      if (Paths.isTerraform(path) && !isReplaced(path, present)) {
        List<HclFile> to = isOverride(path) ? overriding : primary;
        sources.read(path).map(this::parse).ifPresent(to::add);
      }
    }
    if (primary.isEmpty() && overriding.isEmpty()) {
      return Optional.empty();
    }
    var module = new ModuleSource(folder, primary, overriding);
    problems.addAll(module.problems());
    modules.put(folder, module);
    return Optional.of(module);
  }

  /// OpenTofu reads `a.tofu` in place of `a.tf`.
  private static boolean isReplaced(String path, List<String> present) {
    return present.contains(path.replaceAll("\\.tf((\\.json)?)$", ".tofu$1"))
        && !path.contains(".tofu");
  }

  /// Terraform language, "Override Files".
  private static boolean isOverride(String path) {
    String name =
        path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.(tf|tofu)(\\.json)?$", "");
    return name.equals("override") || name.endsWith("_override");
  }

  /// Parses one file and keeps what it says beside its tree.
  HclFile parse(SourceFile file) {
    HclFile parsed = Terraform.parse(file);
    files.add(file);
    problems.addAll(parsed.problems());
    comments.addAll(parsed.comments());
    return parsed;
  }

  /// The text of a file that a function names.
  Optional<SourceFile> text(String path) {
    Optional<SourceFile> known = texts.get(path);
    if (known == null) {
      known = sources.read(path);
      known.ifPresent(files::add);
      texts.put(path, known);
    }
    return known;
  }

  /// What the function of this name makes of the bytes of a file.
  Optional<String> hash(
      String function, String path, java.util.function.Function<byte[], String> hash) {
    return hashes
        .computeIfAbsent(function, _ -> new HashMap<>())
        .computeIfAbsent(path, p -> sources.bytes(p).map(hash));
  }

  /// The template in a file.
  Optional<Expression> template(String path) {
    Expression known = templates.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    return text(path)
        .map(file -> {
          HclExpression parsed = Hcl.template(file);
          problems.addAll(parsed.problems());
          templates.put(path, parsed.expression());
          return parsed.expression();
        });
  }

  Sources sources() {
    return sources;
  }

  /// What functions read, by path.
  List<SourceFile> texts() {
    return texts.values().stream().flatMap(Optional::stream).toList();
  }

  Collection<ModuleSource> modules() {
    return modules.values();
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
