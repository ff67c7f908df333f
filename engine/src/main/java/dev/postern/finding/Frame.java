package dev.postern.finding;

import dev.postern.text.Span;

/// One place that explains a finding.
///
/// @param span what is underlined
/// @param caption what this place is: empty for the place of the finding itself, `the value of
///   var.x`
/// @param fact what is so there; empty where the code says it
public record Frame(Span span, String caption, String fact) {}
