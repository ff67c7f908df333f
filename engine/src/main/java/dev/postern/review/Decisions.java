package dev.postern.review;

import dev.postern.model.Unit;
import dev.postern.value.Evidence;
import dev.postern.value.Reason;
import java.util.List;

/// Says how an undecided question can be decided, where the user can give what is missing.
///
/// What lies outside the review or is known only at apply has no command: the report shows the
/// place and the reason.
final class Decisions {
  private static final String VARIABLE = "var.";
  private static final String PARAMETER = "parameter ";

  private Decisions() {}

  /// Commands, the most useful first.
  static List<String> of(Answer answer) {
    return answer.evidence().stream()
        .map(Evidence::fact)
        .filter(fact -> fact.startsWith("`") && fact.endsWith("` " + Reason.Kind.INPUT.says()))
        .map(fact -> fact.substring(1, fact.indexOf('`', 1)))
        .findFirst()
        .map(missing -> give(missing, answer.resource().unit()))
        .orElse(List.of());
  }

  private static List<String> give(String missing, Unit unit) {
    String review = "postern review " + quoted(unit.name());
    return switch (unit.kind()) {
      case TERRAFORM ->
          missing.startsWith(VARIABLE)
              ? List.of(
                  review + " --var " + name(missing, VARIABLE) + "=VALUE",
                  review + " --var-file FILE.tfvars")
              : List.of();
      case CLOUDFORMATION ->
          missing.startsWith(PARAMETER)
              ? List.of(review + " --parameters " + name(missing, PARAMETER) + "=VALUE")
              : List.of();
      case POLICY -> List.of();
    };
  }

  /// `var.network.cidr` is a part of the variable `network`.
  private static String name(String missing, String prefix) {
    return missing.substring(prefix.length()).split("[.\\[]", 2)[0];
  }

  private static String quoted(String path) {
    return path.matches("[\\w./@+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
