package dev.postern.rules.form;

import dev.postern.rules.form.TemplateNode.Fields;
import dev.postern.rules.form.TemplateNode.Items;
import dev.postern.rules.form.TemplateNode.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A template in which every value that is there a second time is an alias of the first
/// (CloudFormation, "Template format": aliases are read, merge keys are not).
final class TemplateAliases {
  private final Map<TemplateNode, Integer> uses = new HashMap<>();
  private final Map<TemplateNode, String> anchors = new HashMap<>();

  private TemplateAliases() {}

  static String block(TemplateNode template) {
    var aliases = new TemplateAliases();
    aliases.count(template);
    return aliases.written(template) + "\n";
  }

  private void count(TemplateNode node) {
    uses.merge(node, 1, Integer::sum);
    switch (node) {
      case Word _ -> {}
      case Items(var all) -> all.forEach(this::count);
      case Fields(var all) -> all.values().forEach(this::count);
    }
  }

  private String written(TemplateNode node) {
    String anchor = anchors.get(node);
    if (anchor != null) {
      return "*" + anchor + " ";
    }
    String begin = "";
    if (uses.getOrDefault(node, 0) > 1) {
      String name = "a" + anchors.size();
      begin = "&" + name + " ";
      anchors.put(node, name);
    }
    return begin
        + switch (node) {
          case Word word -> TemplateText.flow(word).strip();
          case Items(var all) ->
              all.stream().map(this::written).collect(Collectors.joining(", ", "[", "]"));
          case Fields(var all) ->
              all.entrySet().stream()
                  .map(e -> Printed.string(e.getKey()) + ": " + written(e.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
        };
  }
}
