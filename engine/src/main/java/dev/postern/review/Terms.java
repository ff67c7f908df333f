package dev.postern.review;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.text.Spelling;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an acceptance of our own must have to count: a rule that there is, a reason that is one,
/// and an end at most a year away.
///
/// @param today the day of the review
record Terms(List<String> rules, LocalDate today) {
  private static final int LONGEST_DAYS = 365;

  static Terms of(RuleBook book, LocalDate today) {
    return new Terms(book.rules().stream().map(RuleInfo::name).toList(), today);
  }

  /// Why it does not count; empty when it does.
  Optional<String> fault(Acceptance accepted) {
    String rule = accepted.rule();
    if (!rules.contains(rule)) {
      return Optional.of("no rule is called `" + rule + "`" + Spelling.hint(rule, rules));
    }
    return end(accepted)
        .or(() -> reason(accepted))
        .map(why -> "`" + rule + "` stays: the acceptance " + why);
  }

  private Optional<String> end(Acceptance accepted) {
    if (accepted.until().isEmpty()) {
      return Optional.of("has no end; add `until` and a date at most a year away");
    }
    LocalDate until = accepted.until().get();
    if (until.isBefore(today)) {
      return Optional.of("ended on " + until);
    }
    LocalDate latest = today.plusDays(LONGEST_DAYS);
    return until.isAfter(latest)
        ? Optional.of("runs until %s, and none may run beyond %s".formatted(until, latest))
        : Optional.empty();
  }

  private static Optional<String> reason(Acceptance accepted) {
    if (accepted.reason().isBlank()) {
      return Optional.of("gives no reason");
    }
    return Excuse.in(accepted.reason())
        .filter(_ -> !accepted.acceptsExcuse())
        .map(excuse -> "gives excuse " + excuse.id() + ": " + excuse.reality());
  }
}
