package dev.postern.review;

import dev.postern.finding.Status;
import dev.postern.finding.Suppression;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides which findings are accepted.
///
/// Acceptances stand in `postern.yaml` ([Settings#accepted()]), in comments ([Comments]) and in the
/// `Metadata` of templates ([MetadataEntries]). Our own count on the [Terms] that they name a
/// reason and an end. Those of other tools count when they carry a reason and name the topic of a
/// rule ([Topics]), for findings below CRITICAL unless the settings say otherwise. What does not
/// count, and what nothing was found for, is told.
final class Suppressions {
  private final Settings settings;
  private final Terms terms;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, List<Candidate>> byRule = new HashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  /// An acceptance that counts, and what became of it.
  private static final class Candidate {
    private final Acceptance accepted;
    private final Reached reached;
    private final List<String> rules;
    private boolean used;

    Candidate(Acceptance accepted, List<String> rules) {
      this.accepted = accepted;
      this.rules = rules;
      this.reached = new Reached(accepted.scope());
    }
  }

  private Suppressions(RuleBook book, Settings settings) {
    this.settings = settings;
    this.terms = Terms.of(book, settings.today());
  }

  static Suppressions of(Cloud cloud, RuleBook book, Settings settings) {
    var suppressions = new Suppressions(book, settings);
    settings.accepted().forEach(suppressions::ours);
    Written written = Written.nothing();
    cloud.comments().forEach(comment -> Comments.read(comment, written));
    cloud.resources().forEach(resource -> MetadataEntries.read(resource, written));
    if (settings.sourceSuppressions()) {
      suppressions.take(written, book);
    } else {
      suppressions.leave(written);
    }
    return suppressions;
  }

  private void take(Written written, RuleBook book) {
    problems.addAll(written.problems());
    written.ours().stream().distinct().forEach(this::ours);
    if (settings.foreign() != Settings.Foreign.NONE && !written.foreign().isEmpty()) {
      var topics = new Topics(book);
      written.foreign().stream().distinct().forEach(a -> foreign(a, topics));
    }
  }

  private void leave(Written written) {
    var all = new ArrayList<>(written.ours());
    all.addAll(written.foreign());
    all.stream()
        .map(Acceptance::at)
        .findFirst()
        .ifPresent(at ->
            problems.add(
                Problem.info(
                    "suppressions in the reviewed files are ignored, as asked: %d"
                        .formatted(all.stream().map(Acceptance::at).distinct().count()),
                    at)));
  }

  private void ours(Acceptance accepted) {
    Optional<String> fault = terms.fault(accepted);
    fault.ifPresent(why -> problems.add(Problem.warning(why, accepted.at())));
    if (fault.isEmpty()) {
      add(accepted, List.of(accepted.rule()));
    }
  }

  private void foreign(Acceptance accepted, Topics topics) {
    List<String> rules = topics.of(accepted);
    String name = "`%s` of %s".formatted(accepted.rule(), accepted.tool());
    if (rules.isEmpty()) {
      info(name + " is the topic of no rule; its suppression accepts nothing here", accepted);
    } else if (accepted.reason().isBlank()) {
      info(name + " is suppressed without a reason, which does not count here", accepted);
    } else if (accepted.until().filter(settings.today()::isAfter).isPresent()) {
      info(name + " was suppressed until " + accepted.until().orElseThrow(), accepted);
    } else {
      add(accepted, rules);
    }
  }

  private void info(String message, Acceptance accepted) {
    problems.add(Problem.info(message, accepted.at()));
  }

  private void add(Acceptance accepted, List<String> rules) {
    var candidate = new Candidate(accepted, rules);
    candidates.add(candidate);
    rules.forEach(rule -> byRule.computeIfAbsent(rule, _ -> new ArrayList<>()).add(candidate));
  }

  /// The answers to one question about one resource, accepted where the user said so. Where several
  /// say so, our own go first.
  List<Answer> apply(RuleInfo rule, Resource resource, List<Answer> answers) {
    List<Candidate> candidates = byRule.getOrDefault(rule.name(), List.of());
    List<Answer> now = answers;
    for (Candidate candidate : candidates) {
      List<Answer> open =
          now.stream().filter(a -> a.status() != Status.SATISFIED && !isAccepted(a)).toList();
      List<Answer> reached = open.isEmpty() ? open : candidate.reached.of(resource, open);
      if (!reached.isEmpty()) {
        candidate.used = true;
        now =
            now.stream().map(a -> reached.contains(a) ? accept(a, candidate.accepted) : a).toList();
      }
    }
    return now;
  }

  private static boolean isAccepted(Answer answer) {
    return answer.suppression().isPresent();
  }

  private Answer accept(Answer answer, Acceptance accepted) {
    boolean tooBad =
        !accepted.isOurs()
            && answer.severity() == Severity.CRITICAL
            && settings.foreign() != Settings.Foreign.ALL;
    if (tooBad) {
      problems.add(
          Problem.warning(
              "`%s` stays: a suppression of %s accepts nothing critical unless `postern.yaml` says"
                      .formatted(answer.rule().name(), accepted.tool())
                  + " `foreign-suppressions: all`",
              accepted.at()));
      return answer;
    }
    return answer.accepted(
        new Suppression(accepted.reason(), accepted.until(), accepted.owner(), source(accepted)));
  }

  private static String source(Acceptance accepted) {
    return accepted.isOurs() ? accepted.at().toString() : accepted.tool() + " at " + accepted.at();
  }

  /// What is wrong with suppressions, and which were not used.
  ///
  /// @param asked the names of the rules that were asked
  List<Problem> problems(Set<String> asked) {
    var all = new ArrayList<>(problems);
    for (Candidate candidate : candidates) {
      if (!candidate.used && asked.containsAll(candidate.rules)) {
        all.add(unused(candidate.accepted));
      }
    }
    all.sort(
        Comparator.comparing((Problem p) -> path(p.at())).thenComparingInt(p -> p.at().start()));
    return all;
  }

  private static Problem unused(Acceptance accepted) {
    return accepted.isOurs()
        ? Problem.warning(
            "the acceptance of `%s` is not used: nothing is found here".formatted(accepted.rule()),
            accepted.at())
        : Problem.info(
            "the suppression of `%s` of %s is not used: nothing is found here"
                .formatted(accepted.rule(), accepted.tool()),
            accepted.at());
  }

  private static String path(Span at) {
    return at.file().path();
  }
}
