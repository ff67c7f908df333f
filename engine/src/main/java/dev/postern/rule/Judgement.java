package dev.postern.rule;

import dev.postern.value.Verdict;
import java.util.List;

/// What a rule says about a resource: nothing because it does not apply, or claims. Each claim that
/// is not refuted becomes a finding; a rule that applies and claims nothing is satisfied.
public record Judgement(boolean applies, List<Claim> claims) {

  public Judgement {
    claims = List.copyOf(claims);
  }

  /// The question does not arise for this resource.
  public static Judgement notApplicable() {
    return new Judgement(false, List.of());
  }

  /// The question arises, and there is nothing wrong.
  public static Judgement satisfied() {
    return new Judgement(true, List.of());
  }

  public static Judgement of(Verdict verdict) {
    return new Judgement(true, List.of(Claim.of(verdict)));
  }

  public static Judgement of(Claim claim) {
    return new Judgement(true, List.of(claim));
  }

  public static Judgement of(List<Claim> claims) {
    return new Judgement(true, claims);
  }

  /// `verdict` where `applies` says that the question arises; not applicable where it surely does
  /// not. What the question depends on is part of the answer.
  public static Judgement where(Verdict applies, Verdict verdict) {
    return applies instanceof Verdict.No ? notApplicable() : of(verdict.and(applies));
  }
}
