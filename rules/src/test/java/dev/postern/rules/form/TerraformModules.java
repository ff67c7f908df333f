package dev.postern.rules.form;

import dev.postern.readers.hcl.Block;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Forms in which the whole configuration is a module that is called once.
final class TerraformModules {
  private static final String WHEN =
      "there are no outputs and no defaults of variables, which are judged in the root";

  private TerraformModules() {}

  static List<Form> all() {
    return List.of(
        form("module", ""),
        form("module-with-count", "  count = 1\n"),
        form("module-for-each", "  for_each = toset([\"only\"])\n"));
  }

  private static Form form(String name, String given) {
    return new Form(name, WHEN, text -> called(Configuration.of(text), text, given));
  }

  /// @param text of the module
  /// @param given further arguments of the call, one a line
  static Map<String, String> called(Configuration original, String text, String given) {
    List<Block> variables = original.body().blocks("variable");
    if (!original.body().blocks("output").isEmpty()
        || variables.stream().anyMatch(v -> v.body().attribute("default").isPresent())) {
      return Map.of();
    }
    String declared =
        variables.stream().map(b -> b.span().text() + "\n").collect(Collectors.joining());
    String passed =
        variables.stream()
            .map(b -> b.labels().getFirst().text())
            .map(name -> "  " + name + " = var." + name + "\n")
            .collect(Collectors.joining());
    String call = "module \"inner\" {\n  source = \"./inner\"\n" + given + passed + "}\n";
    return Map.of("main.tf", declared + call, "inner/main.tf", text);
  }
}
