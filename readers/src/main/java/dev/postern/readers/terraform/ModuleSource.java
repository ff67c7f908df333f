package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.HclFile;
import dev.postern.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the files of one folder declare, not yet evaluated.
///
/// @param folder its path, relative to what is reviewed; empty for the top
/// @param resources managed resources by `type.name`
/// @param data data sources by `type.name`
final class ModuleSource {
  private final String folder;
  private final Map<String, Block> variables = new LinkedHashMap<>();
  private final Map<String, Attribute> locals = new LinkedHashMap<>();
  private final Map<String, Block> outputs = new LinkedHashMap<>();
  private final Map<String, Block> resources = new LinkedHashMap<>();
  private final Map<String, Block> data = new LinkedHashMap<>();
  private final Map<String, Block> calls = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  ModuleSource(String folder, List<HclFile> files) {
    this.folder = folder;
    files.forEach(file -> file.body().blocks().forEach(this::declare));
  }

  private void declare(Block block) {
    switch (block.type()) {
      case "variable" -> add(variables, block, 1);
      case "output" -> add(outputs, block, 1);
      case "module" -> add(calls, block, 1);
      case "resource" -> add(resources, block, 2);
      case "data" -> add(data, block, 2);
      case "locals" ->
          block.body().attributes().forEach(local -> locals.putIfAbsent(local.name(), local));
      default -> {}
    }
  }

  private void add(Map<String, Block> to, Block block, int labels) {
    if (block.labels().size() != labels) {
      problems.add(
          Problem.error(
              "a `%s` block has %d labels".formatted(block.type(), labels), block.header()));
      return;
    }
    String name =
        labels == 1
            ? block.labels().getFirst().text()
            : block.labels().getFirst().text() + "." + block.labels().getLast().text();
    if (to.putIfAbsent(name, block) != null) {
      problems.add(
          Problem.error(
              "`%s` is declared twice; the first one counts".formatted(name), block.header()));
    }
  }

  String folder() {
    return folder;
  }

  Map<String, Block> variables() {
    return variables;
  }

  Map<String, Attribute> locals() {
    return locals;
  }

  Map<String, Block> outputs() {
    return outputs;
  }

  Map<String, Block> resources() {
    return resources;
  }

  Map<String, Block> data() {
    return data;
  }

  /// `module` blocks by name.
  Map<String, Block> calls() {
    return calls;
  }

  List<Problem> problems() {
    return problems;
  }
}
