package dev.postern.review;

import dev.postern.finding.Status;
import dev.postern.finding.Suppression;
import dev.postern.model.Cloud;
import dev.postern.rule.RuleBook;
import dev.postern.text.Problem;
import java.util.List;

/// Decides which findings are accepted.
final class Suppressions {
  private final List<Acceptance> accepted;

  private Suppressions(List<Acceptance> accepted) {
    this.accepted = accepted;
  }

  static Suppressions of(Cloud cloud, RuleBook book, Settings settings) {
    return new Suppressions(settings.accepted());
  }

  /// The answer, accepted where the user said so.
  Answer apply(Answer answer) {
    if (answer.status() == Status.SATISFIED) {
      return answer;
    }
    return accepted.stream()
        .filter(a -> a.rule().equals(answer.rule().name()))
        .findFirst()
        .map(a ->
            answer.accepted(new Suppression(a.reason(), a.until(), a.owner(), a.at().toString())))
        .orElse(answer);
  }

  /// What is wrong with suppressions, and which were not used.
  List<Problem> problems() {
    return List.of();
  }
}
