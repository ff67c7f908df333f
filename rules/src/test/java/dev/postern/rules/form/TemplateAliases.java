package dev.postern.rules.form;

import static dev.postern.rules.form.TemplateNode.text;

import dev.postern.rules.form.TemplateNode.Fields;
import java.util.ArrayList;
import java.util.List;

/// A template in which the properties of resources are aliases of what stands in its metadata
/// (CloudFormation, "Template format": aliases are read, merge keys are not).
final class TemplateAliases {
  private TemplateAliases() {}

  static String of(TemplateNode template) {
    List<String> anchored = new ArrayList<>();
    Fields aliased =
        TemplateNode.properties(
            (Fields) template,
            value -> {
              anchored.add("    - &a%d %s".formatted(anchored.size(), TemplateText.flow(value)));
              return text("alias " + (anchored.size() - 1));
            });
    return "Metadata:\n  Values:\n"
        + String.join("", anchored)
        + TemplateText.block(aliased).replaceAll("\"alias (\\d+)\"", "*a$1");
  }
}
