package dev.postern.report;

import dev.postern.rule.RuleBook;
import dev.postern.rule.Severity;
import java.util.Optional;

/// What may be chosen about a report.
///
/// @param colour whether text carries ANSI colours
/// @param width columns of the terminal; text uses at least 60
/// @param unicode whether text draws with box characters; ASCII otherwise
/// @param all whether JSON lists every evaluation
/// @param failOn the least severity that prevents approval
/// @param rules where SARIF finds the descriptions of rules
public record Options(
    boolean colour,
    int width,
    boolean unicode,
    boolean all,
    Severity failOn,
    Optional<RuleBook> rules) {

  /// Text without colour, 100 columns wide.
  public static final Options PLAIN =
      new Options(false, 100, true, false, Severity.HIGH, Optional.empty());
}
