package dev.postern.rules;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/// An example on a rule's page.
///
/// @param language `yaml`, `hcl` or `json`
/// @param expected `finding`, `clean`, `undecided` or `unconcerned`
/// @param number of the example on its page, from 0
record PageExample(RuleInfo rule, String language, String expected, String text, int number) {

  /// All examples of a rule, in the order of its page.
  static List<PageExample> of(RuleInfo rule, RuleBook book) {
    var examples = new ArrayList<PageExample>();
    String label = "";
    var text = new StringBuilder();
    for (String line : book.page(rule.name()).orElseThrow().lines().toList()) {
      if (!line.startsWith("```")) {
        text.append(line).append('\n');
      } else if (label.isEmpty()) {
        label = line.substring(3).strip();
        text.setLength(0);
      } else {
        String[] words = label.split(" ", -1);
        if (words.length == 2) {
          examples.add(new PageExample(rule, words[0], words[1], text.toString(), examples.size()));
        }
        label = "";
      }
    }
    return examples;
  }

  @Override
  public String toString() {
    return rule.name() + ": " + language + " " + expected + " " + number;
  }
}
