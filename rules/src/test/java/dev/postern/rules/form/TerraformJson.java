package dev.postern.rules.form;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A configuration in Terraform's JSON syntax (Terraform language, "JSON Configuration Syntax").
final class TerraformJson {
  private TerraformJson() {}

  static String of(String text) {
    String bare = text.replaceAll("(?m)\\s*# .*$", "");
    return body(Configuration.of(bare).body(), "") + "\n";
  }

  private static String body(Body body, String indent) {
    String inner = indent + "  ";
    List<String> members = new ArrayList<>();
    for (Attribute attribute : body.attributes()) {
      boolean isType = attribute.name().equals("type") && attribute.value().literal().isEmpty();
      members.add(
          Printed.string(attribute.name())
              + ": "
              + (isType
                  ? Printed.string(attribute.value().span().text())
                  : Printed.syntaxJson(attribute.value())));
    }
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    for (Block block : body.blocks()) {
      String written = body(block.body(), inner);
      for (Block.Label label : block.labels().reversed()) {
        written = "{" + Printed.string(label.text()) + ": " + written + "}";
      }
      blocks.computeIfAbsent(block.type(), _ -> new ArrayList<>()).add(written);
    }
    blocks.forEach((type, written) ->
        members.add(
            Printed.string(type)
                + ": "
                + (written.size() == 1
                    ? written.getFirst()
                    : "[" + String.join(", ", written) + "]")));
    return members.isEmpty()
        ? "{}"
        : "{\n" + inner + String.join(",\n" + inner, members) + "\n" + indent + "}";
  }
}
