package dev.postern.review;

import dev.postern.model.Unit;
import dev.postern.value.Evidence;
import java.util.List;

/// Says how an undecided question can be decided.
final class Decisions {
  private Decisions() {}

  /// Commands and options, the most useful first.
  static List<String> of(Answer answer) {
    String missing =
        answer.evidence().stream()
            .map(Evidence::fact)
            .filter(f -> f.startsWith("`"))
            .findFirst()
            .map(Decisions::name)
            .orElse("");
    if (missing.isEmpty()) {
      return List.of();
    }
    Unit.Kind kind = answer.resource().unit().kind();
    return switch (kind) {
      case TERRAFORM ->
          missing.startsWith("var.")
              ? List.of("postern review --var " + missing.substring(4) + "=...")
              : List.of();
      case CLOUDFORMATION ->
          missing.startsWith("parameter ")
              ? List.of("postern review --parameters " + missing.substring(10) + "=...")
              : List.of();
      case POLICY -> List.of();
    };
  }

  private static String name(String fact) {
    int end = fact.indexOf('`', 1);
    return end < 0 ? "" : fact.substring(1, end);
  }
}
