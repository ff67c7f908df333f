package dev.postern.review;

import dev.postern.text.Span;
import java.time.LocalDate;
import java.util.Optional;

/// A finding that the user says to accept, as written; whether it counts is decided by
/// [Suppressions].
///
/// @param rule a rule's name, or another tool's id for a topic
/// @param scope what it is about
/// @param reason why; empty where none is given
/// @param acceptsExcuse whether the user insists on a reason that is no reason
/// @param tool the tool whose suppression it is: `postern`, `checkov`, ...
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

  /// What an acceptance is about.
  public sealed interface Scope {
    /// Resources whose address, or `unit::address`, is this; `*` stands for any characters.
    record Address(String pattern) implements Scope {}

    /// Findings in files whose path is this; `*` stands for any characters.
    record Path(String pattern) implements Scope {}

    /// The resource that holds this place, or follows it.
    record Beside(Span place) implements Scope {}
  }
}
