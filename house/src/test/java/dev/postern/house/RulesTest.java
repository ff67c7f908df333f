package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rules.BuiltIn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is said about the rules as a whole: each is explained and shown in both dialects, and
/// together they serve the whole review process.
final class RulesTest {
  private static final int LEAST = 100;

  private final RuleBook book = new BuiltIn();
  private final List<RuleInfo> rules = book.rules();

  @Test
  void thereAreAtLeastOneHundred() {
    assertThat(rules).extracting(RuleInfo::name).doesNotHaveDuplicates();
    assertThat(rules.size()).as("number of rules").isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void everyRedFlagIsRaisedAndEveryChecklistItemAnswered() {
    var needed = new TreeSet<String>();
    IntStream.rangeClosed(1, 13).forEach(i -> needed.add("F%02d".formatted(i)));
    IntStream.rangeClosed(1, 16).forEach(i -> needed.add("C%02d".formatted(i)));
    rules.forEach(rule -> needed.removeAll(rule.serves()));
    assertThat(needed).as("requirements that no rule serves").isEmpty();
  }

  @Test
  void everyClaimIsMadeOnce() {
    assertThat(rules).extracting(RuleInfo::title).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleIsExplainedAndShownInBothDialects() {
    var poor = new ArrayList<String>();
    for (RuleInfo rule : rules) {
      String page = book.page(rule.name()).orElse("");
      for (String label : List.of("yaml finding", "yaml clean", "hcl finding", "hcl clean")) {
        if (page.lines().noneMatch(("```" + label)::equals)) {
          poor.add(rule.name() + " has no example marked " + label);
        }
      }
      if (page.substring(0, Math.max(0, page.indexOf("```"))).strip().length() < 80) {
        poor.add(rule.name() + " does not say why it matters");
      }
    }
    assertThat(poor).isEmpty();
  }

  @Test
  void rulesNameOnlyRulesThatExist() {
    Set<String> names = rules.stream().map(RuleInfo::name).collect(Collectors.toSet());
    var unknown = new ArrayList<String>();
    for (RuleInfo rule : rules) {
      rule.unless().stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> unknown.add(rule.name() + " gives way to " + name));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void otherToolsNamesBelongToRules() {
    Set<String> names = rules.stream().map(RuleInfo::name).collect(Collectors.toSet());
    var wrong = new ArrayList<String>();
    for (String path : Project.files()) {
      if (path.startsWith("rules/src/main/resources/") && path.endsWith("/aliases.csv")) {
        var seen = new HashSet<String>();
        for (String line : Project.read(path).lines().toList()) {
          String[] cells = line.split(",", -1);
          if (cells.length != 3 || !names.contains(cells[0]) || !seen.add(line)) {
            wrong.add(path + ": " + line);
          }
        }
      }
    }
    assertThat(wrong).as("lines that are not `rule,tool,id` of a rule, once").isEmpty();
  }
}
