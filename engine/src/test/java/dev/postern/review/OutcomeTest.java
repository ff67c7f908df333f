package dev.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a review comes to: alone for each thing that may be so, and for every combination of them.
final class OutcomeTest {
  private static final Cloud CLOUD = Sample.cloud("main.tf", "resource a {\n}\n");

  /// What may be so in a review, and what that makes of it when nothing else is so.
  private enum Fact {
    NOTHING(Outcome.APPROVED),
    VIOLATED_ABOVE(Outcome.NOT_APPROVED, Severity.CRITICAL, yes()),
    VIOLATED_AT(Outcome.NOT_APPROVED, Severity.HIGH, yes()),
    VIOLATED_BELOW(Outcome.APPROVED, Severity.MEDIUM, yes()),
    HARMLESS(
        Outcome.APPROVED,
        Severity.HIGH,
        r -> Judgement.of(Claim.of(verdict(r, true)).at(Severity.INFO, evidence(r))),
        "C01"),
    CHECKLIST_FAILS(Outcome.NOT_APPROVED, Severity.LOW, yes(), "C02"),
    SUPPRESSED(Outcome.APPROVED, Severity.CRITICAL, yes(), "C03"),
    UNDECIDED_ABOVE(Outcome.INCOMPLETE, Severity.CRITICAL, undecided()),
    UNDECIDED_AT(Outcome.INCOMPLETE, Severity.HIGH, undecided()),
    UNDECIDED_BELOW(Outcome.APPROVED, Severity.MEDIUM, undecided()),
    CHECKLIST_UNDECIDED(Outcome.INCOMPLETE, Severity.LOW, undecided(), "C04"),
    SATISFIED(Outcome.APPROVED, Severity.CRITICAL, _ -> Judgement.satisfied(), "C05"),
    NOT_APPLICABLE(Outcome.APPROVED, Severity.CRITICAL, _ -> Judgement.notApplicable(), "C06"),
    CRASH(
        Outcome.INCOMPLETE,
        Severity.LOW,
        _ -> {
          throw new IllegalStateException("a secret");
        }),
    UNKNOWN_TYPE(Outcome.INCOMPLETE),
    PROBLEM_ERROR(Outcome.INCOMPLETE),
    PROBLEM_WARNING(Outcome.APPROVED),
    PROBLEM_INFO(Outcome.APPROVED);

    private final Outcome outcome;
    private final Optional<RuleInfo> rule;

    Fact(Outcome outcome) {
      this.outcome = outcome;
      this.rule = Optional.empty();
    }

    Fact(
        Outcome outcome, Severity severity, Function<Resource, Judgement> judge, String... serves) {
      this.outcome = outcome;
      this.rule =
          Optional.of(Sample.rule(name(), severity, List.of(serves), (r, _) -> judge.apply(r)));
    }

    private static Function<Resource, Judgement> yes() {
      return r -> Judgement.of(verdict(r, true));
    }

    private static Function<Resource, Judgement> undecided() {
      return r -> Judgement.of(Verdict.undecided(evidence(r)));
    }

    private static Verdict verdict(Resource resource, boolean yes) {
      return Verdict.of(yes, evidence(resource));
    }

    private static Evidence evidence(Resource resource) {
      return resource.evidence("so it is");
    }
  }

  private static Report review(Set<Fact> facts) {
    var rules = facts.stream().flatMap(f -> f.rule.stream()).toArray(RuleInfo[]::new);
    var found = new ArrayList<Problem>();
    if (facts.contains(Fact.PROBLEM_ERROR)) {
      found.add(Sample.problem(Problem.Level.ERROR));
    }
    if (facts.contains(Fact.PROBLEM_WARNING)) {
      found.add(Sample.problem(Problem.Level.WARNING));
    }
    if (facts.contains(Fact.PROBLEM_INFO)) {
      found.add(Sample.problem(Problem.Level.INFO));
    }
    var accepted =
        new Acceptance(
            Fact.SUPPRESSED.name(),
            new Acceptance.Scope.Named(_ -> true, "*"),
            "the other team owns it, see OPS-12",
            Optional.of(LocalDate.of(2026, 12, 31)),
            Optional.empty(),
            false,
            Acceptance.OURS,
            CLOUD.resources().getFirst().header());
    var settings = facts.contains(Fact.SUPPRESSED) ? Sample.settings(accepted) : Sample.settings();
    var coverage =
        facts.contains(Fact.UNKNOWN_TYPE) ? Sample.coverage("AWS::New::Thing") : Sample.coverage();
    return new Reviewer(Sample.book(rules), settings).review(CLOUD, coverage, found);
  }

  @ParameterizedTest
  @EnumSource
  void alone(Fact fact) {
    Report report = review(EnumSet.of(fact));
    assertThat(report.outcome()).isEqualTo(fact.outcome);
  }

  @Test
  void everyCombinationIsAsBadAsTheWorst() {
    Fact[] facts = Fact.values();
    for (int bits = 0; bits < 1 << facts.length; bits += 7) {
      Set<Fact> some = EnumSet.of(Fact.NOTHING);
      for (Fact fact : facts) {
        if ((bits >> fact.ordinal() & 1) == 1) {
          some.add(fact);
        }
      }
      Report report = review(some);
      assertThat(report.outcome()).as("%s", some).isEqualTo(worst(some));
      assertThat(report.exitCode())
          .as("%s", some)
          .isEqualTo(some.contains(Fact.CRASH) ? 70 : worst(some).exitCode());
    }
  }

  private static Outcome worst(Set<Fact> facts) {
    List<Outcome> outcomes = facts.stream().map(f -> f.outcome).toList();
    if (outcomes.contains(Outcome.NOT_APPROVED)) {
      return Outcome.NOT_APPROVED;
    }
    return outcomes.contains(Outcome.INCOMPLETE) ? Outcome.INCOMPLETE : Outcome.APPROVED;
  }

  @Test
  void aCrashIsOursAndDoesNotTellWhatItWasGiven() {
    Report report = review(EnumSet.of(Fact.CRASH, Fact.VIOLATED_AT));
    assertThat(report.findings()).hasSize(1);
    assertThat(report.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.isBug()).isTrue();
          assertThat(p.message())
              .startsWith("our bug: rule `CRASH` failed on `a` with IllegalStateException")
              .doesNotContain("secret");
        });
  }

  @Test
  void rulesLeftOutAreTold() {
    var asked =
        Sample.rule("asked", Severity.HIGH, List.of("C01"), (_, _) -> Judgement.satisfied());
    var left = Sample.rule("left", Severity.HIGH, List.of("C02"), (_, _) -> Judgement.satisfied());
    var settings =
        new Settings(
            "1",
            Sample.TODAY,
            Severity.HIGH,
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
