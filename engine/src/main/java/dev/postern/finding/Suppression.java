package dev.postern.finding;

import java.time.LocalDate;
import java.util.Optional;

/// Why a finding is accepted.
///
/// @param source where it is written: `postern.yaml:4`, or the tool whose comment it is
public record Suppression(
    String reason, Optional<LocalDate> until, Optional<String> owner, String source) {}
