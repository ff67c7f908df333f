package dev.postern.cli;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.text.Spelling;
import java.util.List;
import java.util.Optional;

/// The names that choose rules.
final class RuleNames {
  private RuleNames() {}

  /// What is wrong with a name that is to choose rules; nothing when it is a rule's, or an id of
  /// the review process.
  static Optional<String> fault(String name, RuleBook book) {
    List<String> names = book.rules().stream().map(RuleInfo::name).toList();
    boolean known =
        names.contains(name) || name.matches("F(0[1-9]|1[0-3])|C(0[1-9]|1[0-6])|P[1-3]\\.[1-3]");
    return known
        ? Optional.empty()
        : Optional.of(
            "no rule or requirement is called `" + name + "`" + Spelling.hint(name, names));
  }
}
