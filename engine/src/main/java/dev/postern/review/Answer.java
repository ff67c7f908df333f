package dev.postern.review;

import dev.postern.finding.Status;
import dev.postern.finding.Suppression;
import dev.postern.model.Resource;
import dev.postern.rule.Claim;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a claim comes to for one resource, in the worlds in which the resource exists.
///
/// @param status violated, undecided or satisfied
/// @param evidence what it rests on, or what is missing; not empty
/// @param when the worlds in which it holds, in words; empty when in all
record Answer(
    RuleInfo rule,
    Resource resource,
    Claim claim,
    Status status,
    List<Evidence> evidence,
    String when,
    Optional<Suppression> suppression) {

  static Answer of(RuleInfo rule, Resource resource, Claim claim) {
    Verdict verdict = claim.verdict().and(resource.exists());
    Status status = status(verdict);
    boolean wanted = status == Status.VIOLATED;
    var evidence =
        verdict.worlds().values().stream()
            .filter(v -> wanted ? v instanceof Verdict.Yes : v instanceof Verdict.Undecided)
            .flatMap(v -> v.evidence().stream())
            .distinct()
            .toList();
    return new Answer(
        rule,
        resource,
        claim,
        status,
        evidence.isEmpty() ? List.of(resource.evidence("")) : evidence,
        Worlds.inWords(verdict, wanted),
        Optional.empty());
  }

  private static Status status(Verdict verdict) {
    if (verdict.possible()) {
      return Status.VIOLATED;
    }
    boolean open = verdict.worlds().values().stream().anyMatch(v -> v instanceof Verdict.Undecided);
    return open ? Status.UNDECIDED : Status.SATISFIED;
  }

  /// The same answer, accepted.
  Answer accepted(Suppression why) {
    return new Answer(rule, resource, claim, Status.SUPPRESSED, evidence, when, Optional.of(why));
  }

  /// What it means for the question that was asked: a harmless defect is well answered.
  Status outcome() {
    return harmless() ? Status.SATISFIED : status;
  }

  Severity severity() {
    return claim.severity().orElse(rule.severity());
  }

  /// A defect that something surely makes harmless: shown, and well answered.
  private boolean harmless() {
    return severity() == Severity.INFO && rule.severity() != Severity.INFO;
  }

  String title() {
    return claim.title().orElse(rule.title());
  }

  /// The place to change: where the first piece of evidence comes from.
  Span source() {
    return evidence.getFirst().origin().source();
  }

  /// The places that its evidence comes from.
  Set<Span> places() {
    return evidence.stream()
        .map(e -> e.origin().source())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
