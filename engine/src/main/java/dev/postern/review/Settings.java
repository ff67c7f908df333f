package dev.postern.review;

import dev.postern.finding.Secrets;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import java.time.LocalDate;
import java.util.List;

/// What the user asked of a review.
///
/// @param version of the program
/// @param today decides which suppressions have expired
/// @param failOn the least severity that fails a review
/// @param only names of the rules to ask, or ids of requirements that they serve; empty for all
/// @param skip the same, not to ask
/// @param accepted the suppressions of `postern.yaml`
/// @param sourceSuppressions whether suppressions in the reviewed source count
/// @param foreign which suppressions of other tools count
public record Settings(
    String version,
    LocalDate today,
    Severity failOn,
    List<String> only,
    List<String> skip,
    List<Acceptance> accepted,
    boolean sourceSuppressions,
    Foreign foreign,
    Secrets secrets) {

  public Settings {
    only = List.copyOf(only);
    skip = List.copyOf(skip);
    accepted = List.copyOf(accepted);
  }

  /// Which suppressions of other tools count.
  public enum Foreign {
    /// None.
    NONE,
    /// Those that name the topic of a rule and carry a reason, for findings below CRITICAL.
    MATCHED,
    /// Those as well for CRITICAL ones.
    ALL
  }

  /// Whether a rule is asked.
  public boolean asks(RuleInfo rule) {
    return (only.isEmpty() || names(only, rule)) && !names(skip, rule);
  }

  private static boolean names(List<String> chosen, RuleInfo rule) {
    return chosen.contains(rule.name()) || rule.serves().stream().anyMatch(chosen::contains);
  }
}
