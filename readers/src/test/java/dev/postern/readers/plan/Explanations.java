package dev.postern.readers.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a plan may say something else than its source: the few reasons there are.
final class Explanations {
  /// What of a difference a reason covers.
  ///
  /// @param place matches type and path
  record Explanation(Difference.Kind kind, Pattern place, Pattern ours, String why) {}

  private static final List<Explanation> ALL =
      List.of(
          of(Difference.Kind.ADDED, ".*", "null", "null is left to the provider's default"),
          of(
              Difference.Kind.VALUE,
              "aws_acm_certificate.subject_alternative_names",
              ".*",
              "the provider adds the domain itself"),
          of(Difference.Kind.OPEN, ".*", ".*data\\..* lives outside .*", "a data source answers"),
          of(Difference.Kind.OPEN, ".*", ".*path\\.cwd.* lives outside .*", "the folder's place"));

  private Explanations() {}

  private static Explanation of(Difference.Kind kind, String place, String ours, String why) {
    return new Explanation(kind, Pattern.compile(place), Pattern.compile(ours), why);
  }

  static Optional<String> of(Difference difference) {
    return ALL.stream()
        .filter(e -> e.kind() == difference.kind())
        .filter(e -> e.place().matcher(difference.place()).matches())
        .filter(e -> e.ours().matcher(difference.ours()).matches())
        .map(Explanation::why)
        .findFirst();
  }
}
