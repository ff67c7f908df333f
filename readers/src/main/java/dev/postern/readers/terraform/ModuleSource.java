package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.HclFile;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the files of one folder declare, not yet evaluated.
final class ModuleSource {
  private final String folder;
  private final Map<String, Block> variables = new LinkedHashMap<>();
  private final Map<String, Attribute> locals = new LinkedHashMap<>();
  private final Map<String, Block> outputs = new LinkedHashMap<>();
  private final Map<String, Block> resources = new LinkedHashMap<>();
  private final Map<String, Block> data = new LinkedHashMap<>();
  private final Map<String, Block> calls = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /// @param folder its path, relative to what is reviewed; empty for the top
  /// @param overriding override files, which change what the others declare
  ModuleSource(String folder, List<HclFile> files, List<HclFile> overriding) {
    this.folder = folder;
    files.forEach(file -> file.body().blocks().forEach(block -> declare(block, false)));
    overriding.forEach(file -> file.body().blocks().forEach(block -> declare(block, true)));
  }

  private void declare(Block block, boolean overrides) {
    blocks.add(block);
    switch (block.type()) {
      case "variable" -> add(variables, block, 1, overrides);
      case "output" -> add(outputs, block, 1, overrides);
      case "module" -> add(calls, block, 1, overrides);
      case "resource" -> add(resources, block, 2, overrides);
      case "data" -> add(data, block, 2, overrides);
      case "check" -> block.body().blocks("data").forEach(d -> add(data, d, 2, overrides));
      case "locals" -> block.body().attributes().forEach(local -> add(local, overrides));
      default -> {}
    }
  }

  private void add(Attribute local, boolean overrides) {
    if (overrides) {
      locals.put(local.name(), local);
    } else if (locals.putIfAbsent(local.name(), local) != null) {
      twice("local." + local.name(), local.nameSpan());
    }
  }

  private void add(Map<String, Block> to, Block block, int labels, boolean overrides) {
    if (block.labels().size() != labels) {
      problems.add(
          Problem.error(
              "a `%s` block takes %d labels, not %d"
                  .formatted(block.type(), labels, block.labels().size()),
              block.header()));
      return;
    }
    String name =
        labels == 1
            ? block.labels().getFirst().text()
            : block.labels().getFirst().text() + "." + block.labels().getLast().text();
    if (overrides && to.containsKey(name)) {
      to.put(name, Overrides.merge(to.get(name), block));
    } else if (to.putIfAbsent(name, block) != null) {
      twice(name, block.header());
    }
  }

  private void twice(String name, Span at) {
    problems.add(Problem.error("`%s` is declared twice; the first one counts".formatted(name), at));
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

  /// Managed resources by `type.name`.
  Map<String, Block> resources() {
    return resources;
  }

  /// Data sources by `type.name`.
  Map<String, Block> data() {
    return data;
  }

  /// `module` blocks by name.
  Map<String, Block> calls() {
    return calls;
  }

  /// All blocks as they are written, also those that no other list has.
  List<Block> blocks() {
    return blocks;
  }

  List<Problem> problems() {
    return problems;
  }
}
