package dev.postern.processor;

import java.util.List;
import java.util.stream.Collectors;

/// Writes the class that knows all rules.
final class RuleList {
  private RuleList() {}

  static String source(List<RuleSource> rules) {
    var out = new StringBuilder();
    out.append(
        """
        package dev.postern.rules;

        import dev.postern.model.Cloud;
        import dev.postern.model.Resource;
        import dev.postern.rule.Judgement;
        import dev.postern.rule.RuleBook;
        import dev.postern.rule.RuleInfo;
        import dev.postern.rule.Severity;
        import java.util.List;
        import java.util.Map;
        import java.util.Optional;

        /// Every rule of this module; generated from their classes.
        public final class BuiltIn implements RuleBook {

          @Override
          public Optional<String> page(String rule) {
            return Pages.page(rule);
          }

          @Override
          public Map<String, List<String>> aliases(String rule) {
            return Pages.aliases(PACKAGES.getOrDefault(rule, ""), rule);
          }

          @Override
          public List<RuleInfo> rules() {
            return RULES;
          }

        """);
    out.append("  private static final List<RuleInfo> RULES =\n      List.of(\n");
    for (int i = 0; i < rules.size(); i++) {
      out.append(entry(rules.get(i), i)).append(i + 1 < rules.size() ? ",\n" : ");\n\n");
    }
    out.append("  private static final Map<String, String> PACKAGES =\n      Map.ofEntries(\n");
    out.append(
        rules.stream()
            .map(
                r -> "          Map.entry(" + quote(r.name()) + ", " + quote(r.packageName()) + ")")
            .collect(Collectors.joining(",\n")));
    out.append(");\n\n");
    out.append("  private record Application(int rule) implements RuleInfo.Application {\n");
    out.append("    @Override\n    public Judgement judge(Resource resource, Cloud cloud) {\n");
    out.append("      return switch (rule) {\n");
    for (int i = 0; i < rules.size(); i++) {
      RuleSource rule = rules.get(i);
      out.append(
          "        case %d -> new %s().judge(cloud.view(%s.TYPE, resource)%s);\n"
              .formatted(i, rule.className(), rule.view(), rule.local() ? "" : ", cloud"));
    }
    out.append("        default -> throw new IllegalStateException(\"no rule \" + rule);\n");
    out.append("      };\n    }\n  }\n}\n");
    return out.toString();
  }

  private static String entry(RuleSource rule, int index) {
    return "          new RuleInfo(%s, %s, Severity.%s, %s, %s.TYPE.types(), %s, %s, %s, %s, new Application(%d))"
        .formatted(
            quote(rule.name()),
            quote(rule.text("title")),
            rule.text("severity"),
            rule.local(),
            rule.view(),
            quoted(rule.serves()),
            quoted(rule.list("unless")),
            quote(rule.text("fix")),
            quote(rule.text("price")),
            index);
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(RuleList::quote).collect(Collectors.joining(", ", "List.of(", ")"));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
