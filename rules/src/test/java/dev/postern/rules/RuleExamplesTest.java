package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.RuleInfo;
import dev.postern.text.Problem;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every example of every rule's page comes out as it is marked.
final class RuleExamplesTest {

  @TestFactory
  Stream<DynamicTest> examples() {
    var book = new BuiltIn();
    return book.rules().stream()
        .flatMap(rule -> PageExample.of(rule, book).stream())
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> check(example)));
  }

  private static void check(PageExample page) {
    RuleInfo rule = page.rule();
    ExampleCloud.Example example = ExampleCloud.read(page.language(), page.text());
    assertThat(example.problems()).noneMatch(p -> p.level() == Problem.Level.ERROR);
    List<Verdict> verdicts = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    boolean applied = false;
    for (Resource resource : subjects(rule, example.cloud())) {
      Judgement judgement = rule.judge().judge(resource, example.cloud());
      applied |= judgement.applies();
      for (Claim claim : judgement.claims()) {
        Verdict verdict = claim.verdict().and(resource.exists());
        verdicts.add(verdict);
        if (verdict.possible()) {
          lines.add(line(verdict));
        }
      }
    }
    boolean finds = verdicts.stream().anyMatch(Verdict::possible);
    boolean open = verdicts.stream().anyMatch(v -> v instanceof Verdict.Undecided);
    switch (page.expected()) {
      case "finding" -> assertThat(finds).as("finds: %s", verdicts).isTrue();
      case "undecided" -> {
        assertThat(finds).as("finds: %s", verdicts).isFalse();
        assertThat(open).as("is undecided: %s", verdicts).isTrue();
      }
      case "clean" -> {
        assertThat(applied).as("applies").isTrue();
        assertThat(finds || open).as("finds or is undecided: %s", verdicts).isFalse();
      }
      case "unconcerned" -> assertThat(applied).as("applies").isFalse();
      default -> throw new AssertionError("no such mark: " + page.expected());
    }
    List<String> source = page.text().lines().toList();
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).endsWith("# here")) {
        assertThat(lines).as("lines of the findings").contains(i + 1);
      }
    }
  }

  private static List<Resource> subjects(RuleInfo rule, Cloud cloud) {
    return cloud.resources().stream()
        .filter(r -> rule.types().contains("*") || rule.types().contains(r.type()))
        .toList();
  }

  /// Where the defect is, after following the value to where it comes from.
  private static int line(Verdict verdict) {
    Evidence first =
        verdict.worlds().values().stream()
            .filter(v -> v instanceof Verdict.Yes)
            .flatMap(v -> v.evidence().stream())
            .findFirst()
            .orElseThrow(() -> new AssertionError("a finding has evidence: " + verdict));
    return first.origin().source().line();
  }
}
