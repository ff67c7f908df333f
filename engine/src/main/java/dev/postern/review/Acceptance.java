package dev.postern.review;

import dev.postern.text.Span;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/// A finding that the user says to accept, as written; whether it counts is decided by
/// [Suppressions].
///
/// @param rule a rule's name, or another tool's id for a topic
/// @param scope what it is about
/// @param reason why; empty where none is given
/// @param until the last day on which it counts
/// @param acceptsExcuse whether the user insists on a reason that is no reason
/// @param tool the tool whose suppression it is: [#OURS], `checkov`, ...
/// @param at where it is written
public record Acceptance(
    String rule,
    Scope scope,
    String reason,
    Optional<LocalDate> until,
    Optional<String> owner,
    boolean acceptsExcuse,
    String tool,
    Span at) {

  /// The tool of suppressions that are written for this program.
  public static final String OURS = "postern";

  boolean isOurs() {
    return tool.equals(OURS);
  }

  /// What an acceptance is about.
  public sealed interface Scope {
    /// Resources by name.
    ///
    /// @param unit which units
    /// @param address their address; `*` stands for any characters
    record Named(Predicate<String> unit, String address) implements Scope {}

    /// Findings in files whose path is chosen.
    record Files(Predicate<String> path) implements Scope {}

    /// The resource whose text holds this place.
    record Within(Span place) implements Scope {}

    /// All of a unit.
    record Unit(String name) implements Scope {}

    /// What a comment stands at: see [Surroundings].
    record Beside(Span comment) implements Scope {}
  }
}
