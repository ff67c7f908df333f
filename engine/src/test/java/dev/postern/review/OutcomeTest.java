package dev.postern.review;

import static dev.postern.finding.Outcome.APPROVED;
import static dev.postern.finding.Outcome.INCOMPLETE;
import static dev.postern.finding.Outcome.NOT_APPROVED;
import static dev.postern.rule.Severity.CRITICAL;
import static dev.postern.rule.Severity.HIGH;
import static dev.postern.rule.Severity.LOW;
import static dev.postern.rule.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.model.Cloud;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a review comes to: alone for each thing that may be so, and for every combination of them.
final class OutcomeTest {
  private static final Cloud CLOUD = Sample.cloud("main.tf", "resource a {\n}\n");

  /// What may be so in a review, and what that makes of it when nothing else is so.
  private record Fact(String name, Outcome outcome, Optional<RuleInfo> rule) {
    static Fact of(String name, Outcome outcome) {
      return new Fact(name, outcome, Optional.empty());
    }

    /// What a rule says about the only resource.
    static Fact of(
        String name, Outcome outcome, Severity severity, Judgement judgement, String... serves) {
      var rule = Sample.rule(name, severity, List.of(serves), (_, _) -> judgement);
      return new Fact(name, outcome, Optional.of(rule));
    }
  }

  private static final Evidence EVIDENCE = CLOUD.resources().getFirst().evidence("so it is");
  private static final Judgement YES = Judgement.of(Verdict.yes(EVIDENCE));
  private static final Judgement UNDECIDED = Judgement.of(Verdict.undecided(EVIDENCE));
  private static final Judgement HARMLESS =
      Judgement.of(Claim.of(Verdict.yes(EVIDENCE)).at(Severity.INFO, EVIDENCE));

  private static final List<Fact> FACTS =
      List.of(
          Fact.of("violated above", NOT_APPROVED, CRITICAL, YES),
          Fact.of("violated at", NOT_APPROVED, HIGH, YES),
          Fact.of("violated below", APPROVED, MEDIUM, YES),
          Fact.of("harmless", APPROVED, HIGH, HARMLESS, "C01"),
          Fact.of("checklist fails", NOT_APPROVED, LOW, YES, "C02"),
          Fact.of("suppressed", APPROVED, CRITICAL, YES, "C03"),
          Fact.of("undecided above", INCOMPLETE, CRITICAL, UNDECIDED),
          Fact.of("undecided at", INCOMPLETE, HIGH, UNDECIDED),
          Fact.of("undecided below", APPROVED, MEDIUM, UNDECIDED),
          Fact.of("checklist undecided", INCOMPLETE, LOW, UNDECIDED, "C04"),
          Fact.of("satisfied", APPROVED, CRITICAL, Judgement.satisfied(), "C05"),
          Fact.of("not applicable", APPROVED, CRITICAL, Judgement.notApplicable(), "C06"),
          new Fact(
              "crash",
              INCOMPLETE,
              Optional.of(
                  Sample.rule(
                      "crash",
                      LOW,
                      (_, _) -> {
                        throw new IllegalStateException("a secret");
                      }))),
          Fact.of("unknown type", INCOMPLETE),
          Fact.of("error", INCOMPLETE),
          Fact.of("warning", APPROVED),
          Fact.of("info", APPROVED));

  private static Report review(Set<String> names) {
    var rules =
        FACTS.stream()
            .filter(f -> names.contains(f.name()))
            .flatMap(f -> f.rule().stream())
            .toArray(RuleInfo[]::new);
    var found = new ArrayList<Problem>();
    for (Problem.Level level : Problem.Level.values()) {
      if (names.contains(level.name().toLowerCase(Locale.ROOT))) {
        found.add(Sample.problem(level));
      }
    }
    var accepted =
        new Acceptance(
            "suppressed",
            new Acceptance.Scope.Named(_ -> true, "*"),
            "the other team owns it, see OPS-12",
            Optional.of(LocalDate.of(2026, 12, 31)),
            Optional.empty(),
            false,
            Acceptance.OURS,
            CLOUD.resources().getFirst().header());
    var settings = names.contains("suppressed") ? Sample.settings(accepted) : Sample.settings();
    var coverage =
        names.contains("unknown type") ? Sample.coverage("AWS::New::Thing") : Sample.coverage();
    return new Reviewer(Sample.book(rules), settings).review(CLOUD, coverage, found);
  }

  @TestFactory
  Stream<DynamicTest> alone() {
    return FACTS.stream()
        .map(fact ->
            DynamicTest.dynamicTest(
                fact.name(),
                () -> assertThat(review(Set.of(fact.name())).outcome()).isEqualTo(fact.outcome())));
  }

  @Test
  void combinationsAreAsBadAsTheWorst() {
    for (int bits = 0; bits < 1 << FACTS.size(); bits++) {
      var some = new ArrayList<Fact>();
      for (int i = 0; i < FACTS.size(); i++) {
        if ((bits >> i & 1) == 1) {
          some.add(FACTS.get(i));
        }
      }
      Set<String> names = some.stream().map(Fact::name).collect(Collectors.toSet());
      Report report = review(names);
      Outcome worst = worst(some.stream().map(Fact::outcome).toList());
      assertThat(report.outcome()).as("%s", names).isEqualTo(worst);
      assertThat(report.exitCode())
          .as("%s", names)
          .isEqualTo(names.contains("crash") ? 70 : worst.exitCode());
    }
  }

  private static Outcome worst(List<Outcome> outcomes) {
    if (outcomes.contains(NOT_APPROVED)) {
      return NOT_APPROVED;
    }
    return outcomes.contains(INCOMPLETE) ? INCOMPLETE : APPROVED;
  }

  @Test
  void aCrashIsOursAndDoesNotTellWhatItWasGiven() {
    Report report = review(Set.of("crash", "violated at"));
    assertThat(report.findings()).hasSize(1);
    assertThat(report.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.isBug()).isTrue();
          assertThat(p.message())
              .startsWith("our bug: rule `crash` failed on `a` with IllegalStateException")
              .doesNotContain("secret");
        });
  }

  @Test
  void rulesLeftOutAreTold() {
    var asked = Sample.rule("asked", HIGH, List.of("C01"), (_, _) -> Judgement.satisfied());
    var left = Sample.rule("left", HIGH, List.of("C02"), (_, _) -> Judgement.satisfied());
    var settings =
        new Settings(
            "1",
            Sample.TODAY,
            HIGH,
            List.of("asked"),
            List.of(),
            List.of(),
            true,
            Settings.Foreign.MATCHED,
            Sample.settings().secrets());
    Report report = Sample.review(CLOUD, Sample.book(asked, left), settings);
    assertThat(Sample.problems(report))
        .containsExactly(
            "INFO 1 1 of 2 rules were not asked, as wished; the checklist is not fully answered:"
                + " C02");
  }
}
