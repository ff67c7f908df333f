package dev.postern.review;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Which rules are about the topic that another tool's id names.
final class Topics {
  private final Map<String, TreeSet<String>> rules = new HashMap<>();

  Topics(RuleBook book) {
    for (RuleInfo rule : book.rules()) {
      book.aliases(rule.name())
          .forEach((tool, ids) ->
              ids.forEach(id ->
                  rules.computeIfAbsent(key(tool, id), _ -> new TreeSet<>()).add(rule.name())));
    }
  }

  /// tfsec lives on in Trivy, which has dropped the first part of `AVD-AWS-0088`.
  private static String key(String tool, String id) {
    String family = tool.equals("tfsec") ? "trivy" : tool;
    String upper = id.toUpperCase(Locale.ROOT);
    return family + " " + (upper.startsWith("AVD-") ? upper.substring(4) : upper);
  }

  /// The names of the rules, sorted; none where no rule is about it.
  List<String> of(Acceptance foreign) {
    return List.copyOf(rules.getOrDefault(key(foreign.tool(), foreign.rule()), new TreeSet<>()));
  }
}
