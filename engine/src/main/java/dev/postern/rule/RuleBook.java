package dev.postern.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All rules there are, and what is written about them.
public interface RuleBook {
  /// Every rule, by name.
  List<RuleInfo> rules();

  /// The prose and examples of a rule as Markdown.
  Optional<String> page(String rule);

  /// What other tools call the topic of a rule: tool to ids (`checkov` to `CKV_AWS_24`).
  Map<String, List<String>> aliases(String rule);
}
